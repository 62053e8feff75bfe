package dev.verdict.policy.evaluate;

import dev.verdict.policy.condition.Frame;
import dev.verdict.policy.condition.Node;
import dev.verdict.policy.decision.GrantTrace;
import dev.verdict.policy.decision.Reason;
import dev.verdict.policy.decision.ReasonCode;
import dev.verdict.policy.request.AccessRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps tenants apart: asked before any rule, and no rule overrides it. The one way past it is a
 * grant that says who may go where, for what and how long; then the rules decide as always.
 * Immutable.
 *
 * @param subjectTenant reads the subject's tenant
 * @param resourceTenant reads the resource's tenant
 * @param subjectRoles reads the subject's roles, for grants that are bound to some
 * @param typesWithTenant the subject types that have a tenant
 * @param grants for resources of this type
 */
public record TenantGuard(
    Node subjectTenant,
    Node resourceTenant,
    Node subjectRoles,
    Set<String> typesWithTenant,
    Grants grants) {

  private static final Passage SUBJECT_MISSING =
      Passage.refused(new Reason(ReasonCode.TENANT_MISSING, "the subject has no tenant"));
  private static final Passage RESOURCE_MISSING =
      Passage.refused(new Reason(ReasonCode.TENANT_MISSING, "the resource has no tenant"));
  private static final Passage MISMATCH =
      Passage.refused(
          new Reason(
              ReasonCode.TENANT_MISMATCH,
              "the subject and the resource belong to different tenants"));

  public TenantGuard {
    typesWithTenant = Set.copyOf(typesWithTenant);
  }

  /** Whether the subject may come near the resource. */
  Passage passage(AccessRequest request, Frame frame) {
    return resourceTenant.evaluate(frame) instanceof String resource && !resource.isEmpty()
        ? passage(subjectTenant.evaluate(frame), resource, request, frame)
        : RESOURCE_MISSING;
  }

  /**
   * The same for an actor, whose subject has passed. One of a type without a tenant acts in its
   * subject's: it stays where its subject may be without a grant, and where the subject needs one,
   * it needs one for itself.
   *
   * @param request with the actor in the subject's place
   * @param ofSubject what let the subject pass
   */
  Passage passageOfActor(AccessRequest request, Frame frame, Passage ofSubject) {
    if (typesWithTenant.contains(request.subject().type())) {
      return passage(request, frame);
    }
    Optional<Grant> grant = ofSubject.grant();
    return grant.isEmpty()
        ? Passage.FREE
        : resourceTenant.evaluate(frame) instanceof String resource
            ? passage(grant.get().subjectTenant(), resource, request, frame)
            : RESOURCE_MISSING;
  }

  /**
   * For people: the grants between the two tenants, and why none of them let a request pass that
   * was refused.
   *
   * @param ofSubject what let the subject of an actor pass; nothing did where the subject asks
   */
  List<GrantTrace> closedWays(AccessRequest request, Frame frame, Passage ofSubject) {
    Object from =
        typesWithTenant.contains(request.subject().type())
            ? subjectTenant.evaluate(frame)
            : ofSubject.grant().map(Grant::subjectTenant).orElse("");
    return from instanceof String subject && resourceTenant.evaluate(frame) instanceof String to
        ? new GrantTracer(subject, to, request, subjectRoles.evaluate(frame)).trace(grants.all())
        : List.of();
  }

  /** An error (absent, wrong type) is no tenant, and neither is nothing in quotes. */
  private Passage passage(Object from, String resource, AccessRequest request, Frame frame) {
    if (!(from instanceof String subject) || subject.isEmpty()) {
      return SUBJECT_MISSING;
    }
    if (subject.equals(resource)) {
      return Passage.FREE;
    }
    if (grants.isEmpty()) {
      return MISMATCH;
    }
    var way = new Grants.Way(subject, resource, request.action().name());
    return grants
        .find(way, request, subjectRoles.evaluate(frame))
        .map(Passage::by)
        .orElse(MISMATCH);
  }
}
