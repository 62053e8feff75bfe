package dev.verdict.policy.condition;

import dev.verdict.policy.work.Steps;

/** Whether a text begins with another. */
public final class StartsWithNode extends Node {

  private final Node text;
  private final Node part;

  public StartsWithNode(Node text, Node part) {
    this.text = text;
    this.part = part;
  }

  @Override
  public Object evaluate(Frame frame) {
    Object first = text.evaluate(frame);
    if (first instanceof NoValue none) {
      return none.beside(part, frame);
    }
    Object second = part.evaluate(frame);
    if (second instanceof NoValue) {
      return second;
    }
    var wanted = (String) second;
    frame.charge(Steps.compared(wanted.length()));
    return ((String) first).startsWith(wanted);
  }
}
