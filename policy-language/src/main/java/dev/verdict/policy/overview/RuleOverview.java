package dev.verdict.policy.overview;

import dev.verdict.policy.decision.Effect;
import dev.verdict.policy.decision.FieldGrant;
import dev.verdict.policy.decision.RuleReference;
import java.util.List;
import java.util.Optional;

/**
 * A rule.
 *
 * @param tenant to whose resources it is confined; absent: it holds for every tenant
 * @param condition in the author's words; absent: always
 * @param variables that the condition uses, those that they use themselves included
 * @param fields which properties of the resource it permits, or denies
 * @param obligations their ids
 * @param advice ids
 */
public record RuleOverview(
    RuleReference reference,
    Effect effect,
    Optional<String> tenant,
    TargetOverview target,
    Optional<String> condition,
    List<VariableOverview> variables,
    FieldGrant fields,
    List<String> obligations,
    List<String> advice,
    Optional<String> because) {

  public RuleOverview {
    variables = List.copyOf(variables);
    obligations = List.copyOf(obligations);
    advice = List.copyOf(advice);
  }
}
