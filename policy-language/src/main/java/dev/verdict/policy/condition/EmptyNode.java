package dev.verdict.policy.condition;

import java.util.Collection;

/** Whether a text, set or list has nothing in it. */
public final class EmptyNode extends Node {

  private final Node operand;

  public EmptyNode(Node operand) {
    this.operand = operand;
  }

  @Override
  public Object evaluate(Frame frame) {
    Object value = operand.evaluate(frame);
    if (value instanceof NoValue) {
      return value;
    }
    return value instanceof String text ? text.isEmpty() : ((Collection<?>) value).isEmpty();
  }
}
