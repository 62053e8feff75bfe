package dev.verdict.policy.evaluate;

import dev.verdict.policy.decision.GrantTrace;
import dev.verdict.policy.decision.Validity;
import dev.verdict.policy.request.AccessRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Says of the grants between two tenants why they did not let a request pass. What it says is in
 * the grant; of the request it tells nothing but what did not fit.
 */
final class GrantTracer {

  private final String from;
  private final String to;
  private final AccessRequest request;
  private final Object subjectRoles;

  /**
   * @param from the subject's tenant
   * @param to the resource's tenant
   * @param subjectRoles a set of names; anything else is no role at all
   */
  GrantTracer(String from, String to, AccessRequest request, Object subjectRoles) {
    this.from = from;
    this.to = to;
    this.request = request;
    this.subjectRoles = subjectRoles;
  }

  /** Those of the grants that lead from one of the tenants to the other, in the same order. */
  List<GrantTrace> trace(List<Grant> grants) {
    var traces = new ArrayList<GrantTrace>();
    for (Grant grant : grants) {
      if (leads(grant, from, to)) {
        traces.add(new GrantTrace(grant.id(), obstacles(grant)));
      } else if (leads(grant, to, from)) {
        traces.add(new GrantTrace(grant.id(), List.of("it leads the other way")));
      }
    }
    return traces;
  }

  private static boolean leads(Grant grant, String start, String end) {
    return grant.subjectTenant().equals(start) && grant.tenant().equals(end);
  }

  private List<String> obstacles(Grant grant) {
    var obstacles = new ArrayList<String>();
    if (!grant.resources().contains(request.resource().type())) {
      obstacles.add(
          "it is not for this resource type, but for " + Target.quoted(grant.resources()));
    }
    if (!grant.actions().contains(request.action().name())) {
      obstacles.add("it is not for this action, but for " + Target.quoted(grant.actions()));
    }
    if (!grant.subjectType().equals(request.subject().type())) {
      obstacles.add("it is not for this subject type, but for `" + grant.subjectType() + "`");
    }
    if (!grant.isFor(request.subject())) {
      obstacles.add("it names other subjects");
    }
    if (!grant.isForRoles(subjectRoles)) {
      obstacles.add("the subject has none of the roles " + Target.quoted(grant.roles()));
    }
    addTime(grant.validity(), obstacles);
    return obstacles;
  }

  private void addTime(Validity validity, List<String> obstacles) {
    Instant now = request.now();
    validity
        .from()
        .filter(now::isBefore)
        .ifPresent(start -> obstacles.add("it is not yet valid, but from " + start));
    validity
        .until()
        .filter(end -> !now.isBefore(end))
        .ifPresent(end -> obstacles.add("it has expired at " + end));
  }
}
