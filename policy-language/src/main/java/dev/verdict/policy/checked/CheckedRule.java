package dev.verdict.policy.checked;

import dev.verdict.policy.decision.Effect;
import dev.verdict.policy.decision.FieldGrant;
import dev.verdict.policy.decision.RuleReference;
import dev.verdict.policy.expression.Because;
import dev.verdict.policy.expression.Expression;
import dev.verdict.policy.source.Span;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A rule in which every name is declared and the condition is typed.
 *
 * @param span where its id stands, to point at it
 * @param resource the resource type
 * @param target what else it speaks of
 * @param condition absent: always
 * @param fields which properties the rule speaks of
 */
public record CheckedRule(
    RuleReference reference,
    Span span,
    Effect effect,
    String resource,
    CheckedTarget target,
    Optional<Expression> condition,
    Optional<Because> because,
    FieldGrant fields,
    List<CheckedObligation> obligations,
    List<CheckedObligation> advice) {

  public CheckedRule {
    obligations = List.copyOf(obligations);
    advice = List.copyOf(advice);
  }

  /** Whether the rule matches wherever its target does: nothing else in it can be false or fail. */
  public boolean isUnconditional() {
    return condition.isEmpty()
        && Stream.concat(obligations.stream(), advice.stream())
            .allMatch(CheckedObligation::isConstant);
  }
}
