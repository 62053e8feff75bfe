package dev.verdict.policy.evaluate;

import dev.verdict.policy.condition.Frame;
import dev.verdict.policy.condition.NoValue;
import dev.verdict.policy.condition.Unknown;
import dev.verdict.policy.tree.GrantTree;
import dev.verdict.policy.tree.Requirement.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The cross-tenant grants for one resource type. Only asked where tenants differ, so that a request
 * within a tenant never pays for them. Immutable.
 */
public final class Grants {

  /**
   * Where a grant leads.
   *
   * @param from the subject's tenant
   * @param to the resource's tenant
   */
  record Way(String from, String to, String action) {}

  private final Map<Way, List<Grant>> grants = new HashMap<>();
  private final Map<String, HoldingPeriods> periods = new HashMap<>();
  private final GrantProgram program;

  /**
   * @param program all of the repository: explanations speak of those for other types, too
   */
  public Grants(String resourceType, GrantProgram program) {
    this.program = program;
    for (Grant grant : program.grants()) {
      if (grant.tree().names(Kind.RESOURCE_TYPES).contains(resourceType)) {
        add(grant);
      }
    }
  }

  private void add(Grant grant) {
    GrantTree tree = grant.tree();
    for (String action : tree.names(Kind.ACTIONS)) {
      var way = new Way(tree.subjectTenant(), tree.resourceTenant(), action);
      grants.computeIfAbsent(way, first -> new ArrayList<>()).add(grant);
      periods.merge(action, grant.periods(), HoldingPeriods::and);
    }
  }

  public boolean isEmpty() {
    return grants.isEmpty();
  }

  /** The periods in which no grant for an action begins or ends, whatever the tenants. */
  HoldingPeriods periods(String action) {
    return periods.getOrDefault(action, HoldingPeriods.ENDLESS);
  }

  /**
   * Passes by the first grant that is for the subject of a request, now.
   *
   * @param otherwise where there is none
   */
  Passage passage(Way way, Frame request, Passage otherwise) {
    List<Grant> leading = grants.get(way);
    return leading == null
        ? otherwise
        : passage(leading, request.seenBy(program.layout()), otherwise);
  }

  /** A grant that may come before another decides which of them is named, so it has to be known. */
  private static Passage passage(List<Grant> leading, Frame frame, Passage otherwise) {
    Object soFar = false;
    for (Grant grant : leading) {
      frame.charge(grant.price());
      Object covers = grant.covers().evaluate(frame);
      if (covers == Boolean.TRUE && !(soFar instanceof Unknown)) {
        return Passage.by(grant);
      }
      soFar = soFar instanceof NoValue none ? none.with(covers) : covers;
    }
    return otherwise.restingOn(soFar);
  }

  /** Says of the grants between two tenants why they do not let a request pass. */
  GrantTracer tracer(Frame request) {
    return new GrantTracer(program, request.seenBy(program.layout()));
  }
}
