package dev.verdict.policy.tree;

import dev.verdict.policy.decision.Validity;
import dev.verdict.policy.expression.Expression;
import java.util.List;
import java.util.Set;

/**
 * A cross-tenant grant as typed expressions, the same for all resource types: {@link GuardTree}
 * adds what the two tenants are.
 *
 * @param id unique in the repository
 * @param subjectTenant the tenant that the subjects belong to or act in
 * @param resourceTenant whose resources
 * @param requirements all but the tenants, in the order in which explanations name them
 * @param validity what the requirements of that kind say, for overviews
 * @param whole all requirements in one expression
 */
public record GrantTree(
    String id,
    String subjectTenant,
    String resourceTenant,
    List<Requirement> requirements,
    Validity validity,
    Expression whole) {

  public GrantTree {
    requirements = List.copyOf(requirements);
  }

  /** The names that the requirement of that kind speaks of; empty where there is none. */
  public Set<String> names(Requirement.Kind kind) {
    return requirements.stream()
        .filter(each -> each.kind() == kind)
        .findFirst()
        .map(Requirement::names)
        .orElse(Set.of());
  }
}
