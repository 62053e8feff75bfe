package dev.verdict.policy.evaluate;

import dev.verdict.policy.request.AccessRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
  private final List<Grant> all;

  /**
   * @param all of the repository, in its order; explanations speak of those for other types, too
   */
  public Grants(String resourceType, List<Grant> all) {
    this.all = List.copyOf(all);
    for (Grant grant : all) {
      if (grant.resources().contains(resourceType)) {
        add(grant);
      }
    }
  }

  private void add(Grant grant) {
    for (String action : grant.actions()) {
      var way = new Way(grant.subjectTenant(), grant.tenant(), action);
      grants.computeIfAbsent(way, first -> new ArrayList<>()).add(grant);
    }
  }

  public boolean isEmpty() {
    return grants.isEmpty();
  }

  /** All grants of the repository, whatever their resource types, in its order. */
  List<Grant> all() {
    return all;
  }

  /**
   * The first grant that is for the subject of a request, now.
   *
   * @param subjectRoles a set of names; anything else is no role at all
   */
  Optional<Grant> find(Way way, AccessRequest request, Object subjectRoles) {
    return grants.getOrDefault(way, List.of()).stream()
        .filter(grant -> grant.covers(request, subjectRoles))
        .findFirst();
  }
}
