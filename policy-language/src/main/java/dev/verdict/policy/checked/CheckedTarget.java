package dev.verdict.policy.checked;

import dev.verdict.policy.decision.Validity;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * What a rule speaks of beside its resource type; every name is declared.
 *
 * @param actions at least one
 * @param subjectTypes at least one
 * @param actorTypes not empty: the rule is about these acting for subjects of {@code subjectTypes},
 *     and roles and scopes are theirs
 * @param roles the subject brings at least one of them along, unless it has a derived one; both
 *     empty: whatever it has
 * @param derivedRoles the subject has at least one of them, unless it brings one of {@code roles}
 * @param scopes the subject has all of them
 * @param anyScopes the subject has at least one of them; empty: whatever it has
 * @param validity when the rule counts, by the clock of the decision
 */
public record CheckedTarget(
    Set<String> actions,
    Set<String> subjectTypes,
    Set<String> actorTypes,
    Set<String> roles,
    List<DerivedRole> derivedRoles,
    Set<String> scopes,
    Set<String> anyScopes,
    Validity validity) {

  public CheckedTarget {
    actions = Set.copyOf(actions);
    subjectTypes = Set.copyOf(subjectTypes);
    actorTypes = Set.copyOf(actorTypes);
    roles = Set.copyOf(roles);
    derivedRoles = List.copyOf(derivedRoles);
    scopes = Set.copyOf(scopes);
    anyScopes = Set.copyOf(anyScopes);
  }

  /** Whether, at any action of both, whoever and whenever the other fits fits this one. */
  public boolean covers(CheckedTarget other) {
    return subjectTypes.containsAll(other.subjectTypes)
        && actorTypes.isEmpty() == other.actorTypes.isEmpty()
        && actorTypes.containsAll(other.actorTypes)
        && coversRoles(other)
        && other.scopes.containsAll(scopes)
        && coversAnyScopes(other)
        && validity.includes(other.validity);
  }

  private boolean asksForRoles() {
    return !roles.isEmpty() || !derivedRoles.isEmpty();
  }

  private boolean coversRoles(CheckedTarget other) {
    return !asksForRoles()
        || (other.asksForRoles()
            && roles.containsAll(other.roles)
            && derivedRoles.containsAll(other.derivedRoles));
  }

  private boolean coversAnyScopes(CheckedTarget other) {
    return anyScopes.isEmpty()
        || !Collections.disjoint(anyScopes, other.scopes)
        || (!other.anyScopes.isEmpty() && anyScopes.containsAll(other.anyScopes));
  }
}
