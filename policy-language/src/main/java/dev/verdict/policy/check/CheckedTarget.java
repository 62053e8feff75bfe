package dev.verdict.policy.check;

import dev.verdict.policy.decision.Validity;
import java.util.Collections;
import java.util.Set;

/**
 * What a rule speaks of beside its resource type; every name is declared.
 *
 * @param actions at least one
 * @param subjectTypes at least one
 * @param roles the subject has at least one of them; empty: whatever it has
 * @param scopes the subject has all of them
 * @param anyScopes the subject has at least one of them; empty: whatever it has
 * @param validity when the rule counts, by the clock of the decision
 */
public record CheckedTarget(
    Set<String> actions,
    Set<String> subjectTypes,
    Set<String> roles,
    Set<String> scopes,
    Set<String> anyScopes,
    Validity validity) {

  public CheckedTarget {
    actions = Set.copyOf(actions);
    subjectTypes = Set.copyOf(subjectTypes);
    roles = Set.copyOf(roles);
    scopes = Set.copyOf(scopes);
    anyScopes = Set.copyOf(anyScopes);
  }

  /** Whether, at any action of both, whoever and whenever the other fits fits this one. */
  boolean covers(CheckedTarget other) {
    return subjectTypes.containsAll(other.subjectTypes)
        && (roles.isEmpty() || (!other.roles.isEmpty() && roles.containsAll(other.roles)))
        && other.scopes.containsAll(scopes)
        && coversAnyScopes(other)
        && validity.includes(other.validity);
  }

  private boolean coversAnyScopes(CheckedTarget other) {
    return anyScopes.isEmpty()
        || !Collections.disjoint(anyScopes, other.scopes)
        || (!other.anyScopes.isEmpty() && anyScopes.containsAll(other.anyScopes));
  }
}
