package dev.verdict.policy.condition;

import dev.verdict.policy.expression.Order;
import dev.verdict.policy.work.Steps;
import java.math.BigDecimal;

/** Whether two ints, decimals, timestamps or durations stand in an order to each other. */
public final class CompareNode extends Node {

  private final Node left;
  private final Node right;
  private final Order order;

  public CompareNode(Node left, Node right, Order order) {
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
    if (second instanceof NoValue) {
      return second;
    }
    if (first instanceof BigDecimal number) {
      frame.charge(Steps.reckoned(number, (BigDecimal) second));
    }
    return order.holds(compare(first, second));
  }

  /** INVARIANT: the checker lets only values of one comparable class meet here. */
  @SuppressWarnings("unchecked")
  private static int compare(Object first, Object second) {
    return first instanceof Long whole
        ? Long.compare(whole, (Long) second)
        : ((Comparable<Object>) first).compareTo(second);
  }
}
