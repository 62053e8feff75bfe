package dev.verdict.policy.condition;

import dev.verdict.policy.decision.Validity;
import java.time.Instant;

/** Whether the time of the decision is one at which a rule counts. */
public final class ValidNode extends Node {

  private final Node now;
  private final Validity validity;

  /**
   * @param now the time of the decision
   */
  public ValidNode(Node now, Validity validity) {
    this.now = now;
    this.validity = validity;
  }

  @Override
  public Object evaluate(Frame frame) {
    Object value = now.evaluate(frame);
    return value instanceof Instant instant ? (Object) validity.includes(instant) : value;
  }
}
