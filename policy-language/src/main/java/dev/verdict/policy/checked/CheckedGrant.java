package dev.verdict.policy.checked;

import dev.verdict.policy.decision.Validity;
import java.util.Set;

/**
 * A cross-tenant grant in which every name is declared.
 *
 * @param id unique in the repository
 * @param subjectType the type of the subjects that it is for
 * @param subjectTenant the tenant that they belong to or, where their type has none, act in
 * @param ids of these subjects and no others; empty: of all
 * @param roles the subject has at least one of them; empty: whatever it has
 * @param tenant whose resources; not the tenant of the subjects
 * @param resources resource types, all tenant-isolated, at least one
 * @param actions at least one
 */
public record CheckedGrant(
    String id,
    String subjectType,
    String subjectTenant,
    Set<String> ids,
    Set<String> roles,
    String tenant,
    Set<String> resources,
    Set<String> actions,
    Validity validity) {

  public CheckedGrant {
    ids = Set.copyOf(ids);
    roles = Set.copyOf(roles);
    resources = Set.copyOf(resources);
    actions = Set.copyOf(actions);
  }
}
