package dev.verdict.policy.condition;

import java.math.BigDecimal;

/** An int as a decimal. */
public final class ToDecimalNode extends Node {

  private final Node operand;

  public ToDecimalNode(Node operand) {
    this.operand = operand;
  }

  @Override
  public Object evaluate(Frame frame) {
    Object value = operand.evaluate(frame);
    if (value instanceof NoValue) {
      return value;
    }
    return BigDecimal.valueOf((Long) value).stripTrailingZeros();
  }
}
