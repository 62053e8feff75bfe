package dev.verdict.policy.condition;

import dev.verdict.policy.work.Steps;
import java.util.Collection;

/** How many code points a text has, or values a set or list. */
public final class SizeNode extends Node {

  private final Node operand;

  public SizeNode(Node operand) {
    this.operand = operand;
  }

  @Override
  public Object evaluate(Frame frame) {
    Object value = operand.evaluate(frame);
    if (value instanceof NoValue) {
      return value;
    }
    if (value instanceof String text) {
      frame.charge(Steps.hashed(text.length()));
      return (long) text.codePointCount(0, text.length());
    }
    return (long) ((Collection<?>) value).size();
  }
}
