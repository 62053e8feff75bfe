package dev.verdict.policy.condition;

import com.google.re2j.Pattern;
import dev.verdict.policy.work.Steps;

/** Whether the whole of a text matches a pattern, in time linear in the text. */
public final class MatchesNode extends Node {

  private final Node operand;
  private final Pattern pattern;
  private final int program;

  public MatchesNode(Node operand, Pattern pattern) {
    this.operand = operand;
    this.pattern = pattern;
    this.program = pattern.programSize();
  }

  @Override
  public Object evaluate(Frame frame) {
    Object value = operand.evaluate(frame);
    if (value instanceof NoValue) {
      return value;
    }
    var text = (String) value;
    frame.charge(Steps.matched(program, text.length()));
    return pattern.matcher(text).matches();
  }
}
