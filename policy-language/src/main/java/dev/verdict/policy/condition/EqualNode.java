package dev.verdict.policy.condition;

import dev.verdict.policy.work.Steps;

/** Whether two values are the same. */
public final class EqualNode extends Node {

  private final Node left;
  private final Node right;

  public EqualNode(Node left, Node right) {
    this.left = left;
    this.right = right;
  }

  @Override
  public Object evaluate(Frame frame) {
    Object first = left.evaluate(frame);
    if (first instanceof NoValue none) {
      return none.beside(right, frame);
    }
    Object second = right.evaluate(frame);
    if (second instanceof NoValue) {
      return second;
    }
    frame.charge(Steps.equal(first));
    return first.equals(second);
  }
}
