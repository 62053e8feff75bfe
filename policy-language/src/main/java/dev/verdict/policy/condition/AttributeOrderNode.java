package dev.verdict.policy.condition;

import dev.verdict.policy.expression.Order;

/** {@link CompareNode} of an int attribute and a constant, in one step. */
public final class AttributeOrderNode extends Node {

  private final ReadNode attribute;
  private final long bound;
  private final Order order;

  public AttributeOrderNode(ReadNode attribute, Order order, long bound) {
    this.attribute = attribute;
    this.bound = bound;
    this.order = order;
  }

  @Override
  public Object evaluate(Frame frame) {
    Object value = attribute.evaluate(frame);
    return value instanceof NoValue
        ? value
        : (Object) order.holds(Long.compare((Long) value, bound));
  }
}
