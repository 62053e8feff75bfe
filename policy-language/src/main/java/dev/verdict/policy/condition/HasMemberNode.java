package dev.verdict.policy.condition;

/**
 * Whether a member of a record is present, and the record. Apart from {@link HasNode}, so that the
 * presence of an attribute stays the reading of one slot.
 */
public final class HasMemberNode extends Node {

  private final Node member;

  public HasMemberNode(Node member) {
    this.member = member;
  }

  @Override
  public Object evaluate(Frame frame) {
    Object value = member.lookUp(frame);
    if (value instanceof NoValue) {
      return value;
    }
    return value != Absent.ABSENT;
  }
}
