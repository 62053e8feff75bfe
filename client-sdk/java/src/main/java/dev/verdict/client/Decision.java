package dev.verdict.client;

import java.util.List;

/**
 * The answer to an access request.
 *
 * @param permitted whether the subject may, provided that the caller does what {@code obligations}
 *     still holds
 * @param reason why, or why not
 * @param otherReasons what other rules say that permit or deny as this decision does, in the order
 *     of the policies: at most 20, and only where the request asked for it, see {@link
 *     AccessRequest#withDetails}
 * @param otherReasonsLeftOut how many more there are
 * @param fields which properties of the resource the permit covers; none where it is a deny. Some
 *     only where the request promised to mask, or stated what it changes and all of that is covered
 * @param obligations what is left to do for the caller: only what the client was told to hand over.
 *     What has a handler is done already, and a permit with any other obligation arrives as a deny
 * @param advice what the caller may do
 * @param revision names the policies that decided; empty where none did
 * @param grants ids of the cross-tenant grants that were needed to come near the resource; empty
 *     where the decision was made within one tenant
 */
public record Decision(
    boolean permitted,
    Reason reason,
    List<Reason> otherReasons,
    int otherReasonsLeftOut,
    Fields fields,
    List<Obligation> obligations,
    List<Obligation> advice,
    String revision,
    List<String> grants) {

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

  Decision withObligations(List<Obligation> left) {
    return new Decision(
        permitted,
        reason,
        otherReasons,
        otherReasonsLeftOut,
        fields,
        left,
        advice,
        revision,
        grants);
  }

  /** The deny that stands for this permit; its rule is still that of the permit. */
  Decision refused(String code, String message) {
    return deny(new Reason(code, message, reason.rule()), revision);
  }

  static Decision deny(Reason reason, String revision) {
    return new Decision(
        false, reason, List.of(), 0, Fields.NONE, List.of(), List.of(), revision, List.of());
  }
}
