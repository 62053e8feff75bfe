package dev.verdict.policy.condition;

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
    return value instanceof NoValue ? value : (Object) ((Collection<?>) value).contains(element);
  }
}
