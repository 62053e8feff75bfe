package dev.verdict.policy.condition;

/**
 * A member of a record, or the fallback where it or the record is absent. Apart from {@link
 * CoalesceNode}, so that an attribute stays the reading of one slot.
 */
public final class CoalesceMemberNode extends Node {

  private final Node member;
  private final Node fallback;

  public CoalesceMemberNode(Node member, Node fallback) {
    this.member = member;
    this.fallback = fallback;
  }

  @Override
  public Object evaluate(Frame frame) {
    Object value = member.lookUp(frame);
    return value == Absent.ABSENT ? fallback.evaluate(frame) : value;
  }
}
