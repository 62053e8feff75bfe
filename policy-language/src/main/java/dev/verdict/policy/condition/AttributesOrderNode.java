package dev.verdict.policy.condition;

import dev.verdict.policy.expression.Order;

/** {@link CompareNode} of two int attributes, in one step. */
public final class AttributesOrderNode extends Node {

  private final ReadNode left;
  private final ReadNode right;
  private final Order order;

  public AttributesOrderNode(ReadNode left, Order order, ReadNode right) {
    this.left = left;
    this.right = right;
    this.order = order;
  }

  @Override
  public Object evaluate(Frame frame) {
    Object first = left.evaluate(frame);
    if (first instanceof NoValue none) {
      return none.beside(right, frame);
    }
    Object second = right.evaluate(frame);
    return second instanceof NoValue
        ? second
        : (Object) order.holds(Long.compare((Long) first, (Long) second));
  }
}
