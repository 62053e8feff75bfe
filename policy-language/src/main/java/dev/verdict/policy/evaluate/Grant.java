package dev.verdict.policy.evaluate;

import dev.verdict.policy.decision.Validity;
import dev.verdict.policy.request.AccessRequest;
import dev.verdict.policy.request.Entity;
import java.util.Collection;
import java.util.Set;

/**
 * Lets some subjects of one tenant past the tenant guard to resources of another. Immutable.
 *
 * @param id names it in decisions
 * @param subjectType of the subjects
 * @param subjectTenant the tenant that they belong to or act in
 * @param ids of these subjects and no others; empty: of all
 * @param roles the subject has at least one of them; empty: whatever it has
 * @param tenant whose resources
 * @param resources of these types
 */
public record Grant(
    String id,
    String subjectType,
    String subjectTenant,
    Set<String> ids,
    Set<String> roles,
    String tenant,
    Set<String> resources,
    Set<String> actions,
    Validity validity) {

  public Grant {
    ids = Set.copyOf(ids);
    roles = Set.copyOf(roles);
    resources = Set.copyOf(resources);
    actions = Set.copyOf(actions);
  }

  /**
   * Whether it is for the subject of a request, now. The tenants, the resource type and the action
   * are the business of {@link Grants}.
   *
   * @param subjectRoles a set of names; anything else is no role at all
   */
  boolean covers(AccessRequest request, Object subjectRoles) {
    Entity subject = request.subject();
    return subject.type().equals(subjectType)
        && isFor(subject)
        && isForRoles(subjectRoles)
        && validity.includes(request.now());
  }

  boolean isFor(Entity subject) {
    return ids.isEmpty() || ids.contains(subject.id());
  }

  boolean isForRoles(Object subjectRoles) {
    return roles.isEmpty()
        || (subjectRoles instanceof Collection<?> names
            && roles.stream().anyMatch(names::contains));
  }
}
