package dev.verdict.policy.condition;

import dev.verdict.policy.work.Steps;
import java.util.Collection;

/** Whether a set holds one of a few constants. */
public final class HasOneOfNode extends Node {

  private final Node set;
  private final Object[] wanted;
  private final long price;

  /**
   * @param set yields a set
   */
  public HasOneOfNode(Node set, Collection<?> wanted) {
    this.set = set;
    this.wanted = wanted.toArray();
    this.price = Steps.looked(wanted);
  }

  @Override
  public Object evaluate(Frame frame) {
    Object value = set.evaluate(frame);
    if (!(value instanceof Collection<?> held)) {
      return value;
    }
    frame.charge(price);
    for (Object each : wanted) {
      if (held.contains(each)) {
        return true;
      }
    }
    return false;
  }
}
