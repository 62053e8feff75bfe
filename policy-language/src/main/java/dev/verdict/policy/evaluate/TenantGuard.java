package dev.verdict.policy.evaluate;

import dev.verdict.policy.condition.Frame;
import dev.verdict.policy.condition.NoValue;
import dev.verdict.policy.condition.Node;
import dev.verdict.policy.decision.GrantTrace;
import dev.verdict.policy.decision.Reason;
import dev.verdict.policy.decision.ReasonCode;
import dev.verdict.policy.request.AccessRequest;
import dev.verdict.policy.work.Steps;
import java.util.List;

/**
 * Keeps tenants apart: asked before any rule, and no rule overrides it. The one way past it is a
 * grant that says who may go where, for what and how long; then the rules decide as always.
 * Compiled from {@link dev.verdict.policy.tree.GuardTree}. Immutable.
 *
 * @param subjectTenant the tenant of who asks; empty or an error: none
 * @param resourceTenant the resource's tenant; empty or an error: none
 * @param grants for resources of this type
 */
public record TenantGuard(Node subjectTenant, Node resourceTenant, Grants grants) {

  private static final Passage SUBJECT_MISSING =
      Passage.refused(new Reason(ReasonCode.TENANT_MISSING, "the subject has no tenant"));
  private static final Passage RESOURCE_MISSING =
      Passage.refused(new Reason(ReasonCode.TENANT_MISSING, "the resource has no tenant"));
  private static final Passage MISMATCH =
      Passage.refused(
          new Reason(
              ReasonCode.TENANT_MISMATCH,
              "the subject and the resource belong to different tenants"));

  /** Whether who asks may come near the resource. */
  Passage passage(AccessRequest request, Frame frame) {
    Object to = resourceTenant.evaluate(frame);
    if (!(to instanceof String resource) || resource.isEmpty()) {
      return RESOURCE_MISSING.restingOn(
          to instanceof NoValue none ? none.with(subjectTenant.evaluate(frame)) : to);
    }
    Object from = subjectTenant.evaluate(frame);
    if (!(from instanceof String subject) || subject.isEmpty()) {
      return SUBJECT_MISSING.restingOn(from);
    }
    frame.charge(Steps.hashed(subject.length()) + Steps.hashed(resource.length()));
    if (subject.equals(resource)) {
      return Passage.FREE;
    }
    if (grants.isEmpty()) {
      return MISMATCH;
    }
    var way = new Grants.Way(subject, resource, request.action().name());
    return grants.passage(way, frame, MISMATCH);
  }

  /** The grants between the two tenants, and why none of them let a refused request pass. */
  List<GrantTrace> closedWays(Frame frame) {
    return subjectTenant.evaluate(frame) instanceof String from
            && resourceTenant.evaluate(frame) instanceof String to
        ? grants.tracer(frame).trace(from, to)
        : List.of();
  }
}
