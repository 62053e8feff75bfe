package dev.verdict.policy.check;

import dev.verdict.policy.decision.Effect;
import dev.verdict.policy.decision.FieldGrant;
import dev.verdict.policy.decision.Obligation;
import dev.verdict.policy.decision.RuleReference;
import dev.verdict.policy.expression.Expression;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A rule in which every name is declared and the condition is typed.
 *
 * @param resource the resource type
 * @param actions at least one
 * @param subjectTypes at least one
 * @param roles the subject has at least one of them; empty: whatever it has
 * @param scopes the subject has all of them
 * @param condition absent: always
 * @param fields which properties the rule speaks of
 */
public record CheckedRule(
    RuleReference reference,
    Effect effect,
    String resource,
    Set<String> actions,
    Set<String> subjectTypes,
    Set<String> roles,
    Set<String> scopes,
    Optional<Expression> condition,
    Optional<String> because,
    FieldGrant fields,
    List<Obligation> obligations,
    List<Obligation> advice) {

  public CheckedRule {
    actions = Set.copyOf(actions);
    subjectTypes = Set.copyOf(subjectTypes);
    roles = Set.copyOf(roles);
    scopes = Set.copyOf(scopes);
    obligations = List.copyOf(obligations);
    advice = List.copyOf(advice);
  }
}
