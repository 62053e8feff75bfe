package dev.verdict.policy.condition;

import dev.verdict.policy.work.Steps;
import java.util.List;

/**
 * A condition whose rule has to say more than that it matches: where the condition is true but a
 * value that goes with the decision is in error or unknown, so is the whole.
 */
public final class MatchedNode extends Node {

  private final Node condition;
  private final Node[] values;

  /**
   * @param values evaluated only where the condition is true
   */
  public MatchedNode(Node condition, List<Node> values) {
    this.condition = condition;
    this.values = values.toArray(Node[]::new);
  }

  @Override
  public Object evaluate(Frame frame) {
    Object matched = condition.evaluate(frame);
    if (matched != Boolean.TRUE) {
      return matched;
    }
    for (int i = 0; i < values.length; i++) {
      Object value = values[i].evaluate(frame);
      if (value instanceof NoValue none) {
        return none.beside(values, i + 1, frame);
      }
      frame.charge(Steps.sent(value));
    }
    return matched;
  }
}
