package dev.verdict.policy.condition;

/**
 * An attribute, or the fallback where it is absent; an error where it has the wrong type, and
 * unknown where it is.
 */
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
