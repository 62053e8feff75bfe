package dev.verdict.policy.evaluate;

import dev.verdict.policy.condition.Frame;
import dev.verdict.policy.condition.NoValue;
import dev.verdict.policy.condition.Node;
import dev.verdict.policy.decision.GrantTrace;
import dev.verdict.policy.decision.Reason;
import dev.verdict.policy.decision.ReasonCode;
import dev.verdict.policy.request.AccessRequest;
import dev.verdict.policy.request.VisibleText;
import dev.verdict.policy.work.Steps;
import java.util.List;

/**
 * Keeps tenants apart: asked before any rule, and no rule overrides it. The one way past it is a
 * grant that says who may go where, for what and how long; then the rules decide as always.
 * Compiled from {@link dev.verdict.policy.tree.GuardTree}. Immutable.
 *
 * @param contradicted whether the request says of one of the two tenants something else than is
 *     stored: nobody may, whatever it may replace
 * @param subjectTenant the tenant of who asks; an error, or nothing visible: none
 * @param resourceTenant the resource's tenant; an error, or nothing visible: none
 * @param grants for resources of this type
 */
public record TenantGuard(
    Node contradicted, Node subjectTenant, Node resourceTenant, Grants grants) {

  private static final Passage SUBJECT_MISSING =
      Passage.refused(new Reason(ReasonCode.TENANT_MISSING, "the subject has no tenant"));
  private static final Passage RESOURCE_MISSING =
      Passage.refused(new Reason(ReasonCode.TENANT_MISSING, "the resource has no tenant"));
  private static final Passage MISMATCH =
      Passage.refused(
          new Reason(
              ReasonCode.TENANT_MISMATCH,
              "the subject and the resource belong to different tenants"));

  private static final Passage CONTRADICTION =
      Passage.refused(
          new Reason(
              ReasonCode.TENANT_MISMATCH,
              "the request names another tenant of the subject or the resource than is stored"));
  private static final Passage NOT_ENTITLED =
      Passage.refused(
          new Reason(
              ReasonCode.NOT_ENTITLED,
              "the caller may not ask about resources of this tenant (`may-ask-about: tenants`)"));

  /** Whether who asks may come near the resource. */
  Passage passage(AccessRequest request, Frame frame) {
    Object contradiction = contradicted.evaluate(frame);
    if (contradiction != Boolean.FALSE) {
      return CONTRADICTION.restingOn(contradiction);
    }
    Object to = resourceTenant.evaluate(frame);
    if (!(to instanceof String resource) || !VisibleText.isIn(resource)) {
      return RESOURCE_MISSING.restingOn(
          to instanceof NoValue none ? none.with(subjectTenant.evaluate(frame)) : to);
    }
    if (!request.entitlement().mayAskAbout(resource)) {
      return NOT_ENTITLED;
    }
    Object from = subjectTenant.evaluate(frame);
    if (!(from instanceof String subject) || !VisibleText.isIn(subject)) {
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
