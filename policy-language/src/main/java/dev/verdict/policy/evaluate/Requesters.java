package dev.verdict.policy.evaluate;

import dev.verdict.policy.condition.SubjectSlot;
import dev.verdict.policy.decision.Reason;
import dev.verdict.policy.decision.ReasonCode;
import dev.verdict.policy.request.AccessRequest;
import dev.verdict.policy.request.Value;
import org.jspecify.annotations.Nullable;

/** Makes of a subject what the targets of one resource type see of it. Immutable. */
public final class Requesters {

  private static final Reason MALFORMED_ROLES = malformed("roles");
  private static final Reason MALFORMED_SCOPES = malformed("scopes");

  private final NameIndex roles;
  private final NameIndex scopes;
  private final SubjectSlot subjectRoles;
  private final SubjectSlot subjectScopes;

  /**
   * @param roles numbers the roles of the targets
   * @param scopes numbers the scopes of the targets
   * @param subjectRoles where the subject's roles are
   * @param subjectScopes where the subject's scopes are
   */
  public Requesters(
      NameIndex roles, NameIndex scopes, SubjectSlot subjectRoles, SubjectSlot subjectScopes) {
    this.roles = roles;
    this.scopes = scopes;
    this.subjectRoles = subjectRoles;
    this.subjectScopes = subjectScopes;
  }

  /**
   * The subject as targets see it; in its place the reason where its roles or scopes are no sets.
   */
  Object of(AccessRequest request) {
    long[] roleBits = bits(roles, subjectRoles, request);
    if (roleBits == null) {
      return MALFORMED_ROLES;
    }
    long[] scopeBits = bits(scopes, subjectScopes, request);
    return scopeBits == null
        ? MALFORMED_SCOPES
        : new Requester(request.subject().type(), roleBits, scopeBits);
  }

  /** Somebody with every role and every scope, to whom all rules apply. */
  Requester withEverything(String subjectType) {
    return new Requester(subjectType, roles.everything(), scopes.everything());
  }

  private static long @Nullable [] bits(NameIndex index, SubjectSlot names, AccessRequest request) {
    if (index.isEmpty()) {
      return NameIndex.NOTHING;
    }
    Value value = names.value(request);
    return value == null ? NameIndex.NOTHING : index.bits(value);
  }

  private static Reason malformed(String attribute) {
    return new Reason(
        ReasonCode.RULE_ERROR,
        "the rules could not be matched: `subject." + attribute + "` is not a `set<string>`");
  }
}
