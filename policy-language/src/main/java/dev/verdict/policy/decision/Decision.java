package dev.verdict.policy.decision;

import java.util.List;

/**
 * The answer to an access request.
 *
 * @param permitted whether the subject may
 * @param reason why, or why not
 * @param otherReasons those of the other rules of the winning effect that matched, in the order of
 *     the repository; of an actor's too, where both permit. Empty where no rule decided
 * @param fields which properties of the resource a permit covers; none where it is a deny
 * @param obligations what the caller must do, or treat the decision as a deny
 * @param advice what the caller may do
 * @param revision names the snapshot that decided
 * @param grants ids of the cross-tenant grants that let the subject, and whoever acts for it, past
 *     the tenant guard, whatever the rules said then; empty where none was needed
 * @param cacheability for which later requests it holds
 */
public record Decision(
    boolean permitted,
    Reason reason,
    List<Reason> otherReasons,
    FieldGrant fields,
    List<Obligation> obligations,
    List<Obligation> advice,
    String revision,
    List<String> grants,
    Cacheability cacheability) {

  public Decision {
    otherReasons = List.copyOf(otherReasons);
    obligations = List.copyOf(obligations);
    advice = List.copyOf(advice);
    grants = List.copyOf(grants);
    if (permitted == fields.isNone()) {
      throw new IllegalArgumentException(
          "fields: " + fields + " (expected: some for a permit, none for a deny)");
    }
  }

  /** A decision by one rule within one tenant, which does not depend on the time. */
  public Decision(
      boolean permitted,
      Reason reason,
      FieldGrant fields,
      List<Obligation> obligations,
      List<Obligation> advice,
      String revision) {
    this(
        permitted,
        reason,
        List.of(),
        fields,
        obligations,
        advice,
        revision,
        List.of(),
        Cacheability.WHILE_SNAPSHOT);
  }

  /** A deny without obligations, which does not depend on the time. */
  public static Decision deny(Reason reason, String revision) {
    return new Decision(false, reason, FieldGrant.NONE, List.of(), List.of(), revision);
  }

  /** The same decision, with what other rules say for it. */
  public Decision withOtherReasons(List<Reason> others) {
    return withReasons(reason, others);
  }

  /** The same decision in other words. */
  public Decision withReasons(Reason first, List<Reason> others) {
    return new Decision(
        permitted, first, others, fields, obligations, advice, revision, grants, cacheability);
  }

  /** The same decision, made across tenants. */
  public Decision withGrants(List<String> used) {
    return new Decision(
        permitted, reason, otherReasons, fields, obligations, advice, revision, used, cacheability);
  }

  /** The same decision, with what is known of how long it holds. */
  public Decision holding(Cacheability known) {
    return known.equals(cacheability)
        ? this
        : new Decision(
            permitted, reason, otherReasons, fields, obligations, advice, revision, grants, known);
  }
}
