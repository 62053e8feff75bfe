package dev.verdict.policy.evaluate;

import dev.verdict.policy.condition.Frame;
import dev.verdict.policy.condition.Node;
import dev.verdict.policy.decision.Reason;
import dev.verdict.policy.decision.ReasonCode;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps tenants apart: asked before any rule, and no rule overrides it. Immutable.
 *
 * @param subjectTenant reads the subject's tenant
 * @param resourceTenant reads the resource's tenant
 * @param typesWithTenant the subject types that have a tenant
 */
public record TenantGuard(Node subjectTenant, Node resourceTenant, Set<String> typesWithTenant) {

  private static final Reason SUBJECT_MISSING =
      new Reason(ReasonCode.TENANT_MISSING, "the subject has no tenant");
  private static final Reason RESOURCE_MISSING =
      new Reason(ReasonCode.TENANT_MISSING, "the resource has no tenant");
  private static final Reason MISMATCH =
      new Reason(
          ReasonCode.TENANT_MISMATCH, "the subject and the resource belong to different tenants");

  public TenantGuard {
    typesWithTenant = Set.copyOf(typesWithTenant);
  }

  /** Why the subject may not come near the resource; absent where it may. */
  Optional<Reason> objection(Frame frame) {
    Object resource = resourceTenant.evaluate(frame);
    if (!isTenant(resource)) {
      return Optional.of(RESOURCE_MISSING);
    }
    Object subject = subjectTenant.evaluate(frame);
    if (!isTenant(subject)) {
      return Optional.of(SUBJECT_MISSING);
    }
    return subject.equals(resource) ? Optional.empty() : Optional.of(MISMATCH);
  }

  /**
   * The same for an actor, whose subject has passed. One of a type without a tenant acts in its
   * subject's; delegation can only narrow.
   */
  Optional<Reason> objectionToActor(String actorType, Frame frame) {
    return typesWithTenant.contains(actorType) ? objection(frame) : Optional.empty();
  }

  /** An error (absent, wrong type) is no tenant, and neither is nothing in quotes. */
  private static boolean isTenant(Object value) {
    return value instanceof String tenant && !tenant.isEmpty();
  }
}
