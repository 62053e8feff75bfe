package dev.verdict.policy.evaluate;

import dev.verdict.policy.decision.Cacheability;
import dev.verdict.policy.decision.Decision;
import dev.verdict.policy.decision.FieldGrant;
import dev.verdict.policy.decision.Reason;
import dev.verdict.policy.decision.ReasonCode;
import java.util.LinkedHashSet;
import java.util.List;

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
              ofActor(actor.reason()),
              FieldGrant.NONE,
              actor.obligations(),
              actor.advice(),
              actor.revision())
          .withOtherReasons(actor.otherReasons().stream().map(Delegation::ofActor).toList());
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
        otherReasons(subject, actor),
        fields,
        both(subject.obligations(), actor.obligations()),
        both(subject.advice(), actor.advice()),
        subject.revision(),
        List.of(),
        Cacheability.WHILE_SNAPSHOT);
  }

  private static Reason ofActor(Reason reason) {
    return new Reason(
        reason.code(), "the actor is not permitted: " + reason.message(), reason.rule());
  }

  /** Of the rules that permit subject or actor, but for the one whose reason is told first. */
  private static List<Reason> otherReasons(Decision subject, Decision actor) {
    if (actor.otherReasons().isEmpty()) {
      if (actor.reason().equals(subject.reason())) {
        return subject.otherReasons();
      }
      if (subject.otherReasons().isEmpty()) {
        return List.of(actor.reason());
      }
    }
    var reasons = new LinkedHashSet<>(subject.otherReasons());
    reasons.add(actor.reason());
    reasons.addAll(actor.otherReasons());
    reasons.remove(subject.reason());
    return List.copyOf(reasons);
  }

  private static <T> List<T> both(List<T> left, List<T> right) {
    var elements = new DistinctElements<T>();
    elements.addAll(left);
    elements.addAll(right);
    return elements.list();
  }
}
