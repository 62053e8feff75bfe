package dev.verdict.policy.condition;

import dev.verdict.policy.work.Steps;
import java.util.Collection;

/** {@link ContainsNode} of an attribute and a constant, in one step. */
public final class AttributeHoldsNode extends Node {

  private final ReadNode collection;
  private final Object element;

  public AttributeHoldsNode(ReadNode collection, Object element) {
    this.collection = collection;
    this.element = element;
  }

  @Override
  public Object evaluate(Frame frame) {
    Object value = collection.evaluate(frame);
    if (value instanceof NoValue) {
      return value;
    }
    var held = (Collection<?>) value;
    frame.charge(Steps.held(held, element));
    return held.contains(element);
  }
}
