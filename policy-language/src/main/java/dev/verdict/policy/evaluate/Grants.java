package dev.verdict.policy.evaluate;

import dev.verdict.policy.request.AccessRequest;
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
  public record Way(String from, String to, String action) {}

  private final Map<Way, List<Grant>> grants;
  private final List<Grant> all;

  /**
   * @param grants in the order of the repository
   * @param all those for other resource types too, to explain from
   */
  public Grants(Map<Way, List<Grant>> grants, List<Grant> all) {
    var copy = new HashMap<Way, List<Grant>>();
    grants.forEach((way, those) -> copy.put(way, List.copyOf(those)));
    this.grants = Map.copyOf(copy);
    this.all = List.copyOf(all);
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
