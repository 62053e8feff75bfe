package dev.verdict.policy.condition;

/** Whether an attribute is present; one of the wrong type is an error, not absent. */
public final class HasNode extends Node {

  private final int slot;

  public HasNode(int slot) {
    this.slot = slot;
  }

  @Override
  public Object evaluate(Frame frame) {
    Object value = frame.attribute(slot);
    if (value instanceof EvaluationError) {
      return value;
    }
    return value != Absent.ABSENT;
  }
}
