package dev.verdict.policy.evaluate;

import dev.verdict.policy.decision.Decision;
import dev.verdict.policy.decision.FieldGrant;
import dev.verdict.policy.decision.Reason;
import dev.verdict.policy.decision.ReasonCode;
import java.util.List;
import java.util.stream.Stream;

/** Decisions where somebody acts on the subject's behalf: both must be permitted. */
final class Delegation {

  private Delegation() {}

  /**
   * What both decisions permit.
   *
   * @param subject a permit
   */
  static Decision intersection(Decision subject, Decision actor) {
    Decision both = intersectionOfRules(subject, actor);
    return subject.grants().isEmpty() && actor.grants().isEmpty()
        ? both
        : both.withGrants(both(subject.grants(), actor.grants()));
  }

  private static Decision intersectionOfRules(Decision subject, Decision actor) {
    if (!actor.permitted()) {
      return new Decision(
          false,
          new Reason(
              actor.reason().code(),
              "the actor is not permitted: " + actor.reason().message(),
              actor.reason().rule()),
          FieldGrant.NONE,
          actor.obligations(),
          actor.advice(),
          actor.revision());
    }
    FieldGrant fields = subject.fields().intersection(actor.fields());
    if (fields.isNone()) {
      return Decision.deny(
          new Reason(
              ReasonCode.NO_FIELDS_LEFT,
              "subject and actor may touch no property of the resource in common"),
          subject.revision());
    }
    return new Decision(
        true,
        subject.reason(),
        fields,
        both(subject.obligations(), actor.obligations()),
        both(subject.advice(), actor.advice()),
        subject.revision());
  }

  private static <T> List<T> both(List<T> left, List<T> right) {
    return Stream.concat(left.stream(), right.stream()).distinct().toList();
  }
}
