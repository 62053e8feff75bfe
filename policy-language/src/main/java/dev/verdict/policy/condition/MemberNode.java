package dev.verdict.policy.condition;

import dev.verdict.policy.schema.RecordValue;

/** A member of a record; an error where it or the record is absent. */
public final class MemberNode extends Node {

  private final Node record;
  private final int index;
  private final EvaluationError missing;

  /**
   * @param index the member's number in the type of the record
   */
  public MemberNode(Node record, int index, EvaluationError missing) {
    this.record = record;
    this.index = index;
    this.missing = missing;
  }

  @Override
  public Object evaluate(Frame frame) {
    Object value = lookUp(frame);
    return value == Absent.ABSENT ? missing : value;
  }

  @Override
  public Object lookUp(Frame frame) {
    Object value = record.lookUp(frame);
    if (!(value instanceof RecordValue known)) {
      return value;
    }
    Object member = known.member(index);
    return member == null ? Absent.ABSENT : member;
  }
}
