package dev.verdict.policy.overview;

import dev.verdict.policy.decision.Validity;
import java.util.List;

/**
 * Whom a rule speaks of, and when; names are sorted.
 *
 * @param subjectTypes empty: all
 * @param actorTypes those who act for the subjects, and whose roles and scopes are meant; empty:
 *     the rule is not about actors
 * @param roles the subject has one of these or of {@code derivedRoles}, if there are any; those
 *     that include a role which the rule names are among them
 * @param derivedRoles those that hold under a condition
 * @param scopes the subject has all of them
 * @param anyScopes the subject has one of them, if there are any
 */
public record TargetOverview(
    List<String> subjectTypes,
    List<String> actorTypes,
    List<String> roles,
    List<String> derivedRoles,
    List<String> scopes,
    List<String> anyScopes,
    Validity validity) {

  public TargetOverview {
    subjectTypes = List.copyOf(subjectTypes);
    actorTypes = List.copyOf(actorTypes);
    roles = List.copyOf(roles);
    derivedRoles = List.copyOf(derivedRoles);
    scopes = List.copyOf(scopes);
    anyScopes = List.copyOf(anyScopes);
  }
}
