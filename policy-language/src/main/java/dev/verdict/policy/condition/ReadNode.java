package dev.verdict.policy.condition;

/** The value of an attribute; an error where it is absent. */
public final class ReadNode extends Node {

  private final int slot;
  private final EvaluationError missing;

  public ReadNode(int slot, EvaluationError missing) {
    this.slot = slot;
    this.missing = missing;
  }

  @Override
  public Object evaluate(Frame frame) {
    Object value = frame.attribute(slot);
    return value == Absent.ABSENT ? missing : value;
  }

  @Override
  public Object lookUp(Frame frame) {
    return frame.attribute(slot);
  }
}
