package dev.verdict.policy.condition;

/** An attribute, or the fallback where it is absent; one of the wrong type is an error. */
public final class CoalesceNode extends Node {

  private final int slot;
  private final Node fallback;

  public CoalesceNode(int slot, Node fallback) {
    this.slot = slot;
    this.fallback = fallback;
  }

  @Override
  public Object evaluate(Frame frame) {
    Object value = frame.attribute(slot);
    return value == Absent.ABSENT ? fallback.evaluate(frame) : value;
  }
}
