package dev.verdict.policy.condition;

import com.google.re2j.Pattern;

/** Whether the whole of a text matches a pattern, in time linear in the text. */
public final class MatchesNode extends Node {

  private final Node operand;
  private final Pattern pattern;

  public MatchesNode(Node operand, Pattern pattern) {
    this.operand = operand;
    this.pattern = pattern;
  }

  @Override
  public Object evaluate(Frame frame) {
    Object value = operand.evaluate(frame);
    if (value instanceof NoValue) {
      return value;
    }
    return pattern.matcher((String) value).matches();
  }
}
