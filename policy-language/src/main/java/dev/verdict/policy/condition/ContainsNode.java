package dev.verdict.policy.condition;

import dev.verdict.policy.work.Steps;
import java.util.Collection;

/** Whether a set or list holds a value. */
public final class ContainsNode extends Node {

  private final Node collection;
  private final Node element;

  public ContainsNode(Node collection, Node element) {
    this.collection = collection;
    this.element = element;
  }

  @Override
  public Object evaluate(Frame frame) {
    Object first = collection.evaluate(frame);
    if (first instanceof NoValue none) {
      return none.beside(element, frame);
    }
    Object second = element.evaluate(frame);
    if (second instanceof NoValue) {
      return second;
    }
    var held = (Collection<?>) first;
    frame.charge(Steps.held(held, second));
    return held.contains(second);
  }
}
