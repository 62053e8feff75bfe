package dev.verdict.policy.condition;

/**
 * Whether an attribute is present; an error where it has the wrong type, and unknown where it is.
 */
public final class HasNode extends Node {

  private final int slot;

  public HasNode(int slot) {
    this.slot = slot;
  }

  @Override
  public Object evaluate(Frame frame) {
    Object value = frame.attribute(slot);
    if (value instanceof NoValue) {
      return value;
    }
    return value != Absent.ABSENT;
  }
}
