package dev.verdict.policy.tree;

import dev.verdict.policy.decision.Effect;
import dev.verdict.policy.decision.FieldGrant;
import dev.verdict.policy.decision.RuleReference;
import dev.verdict.policy.decision.Validity;
import dev.verdict.policy.expression.Because;
import dev.verdict.policy.expression.Expression;
import dev.verdict.policy.source.Span;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A rule as typed expressions: it matches where all requirements and the condition are true, and is
 * in error where they, or a property of its obligations and advice, are.
 *
 * @param span where its id stands, to point at it
 * @param resource the resource type
 * @param actions at least one
 * @param requirements all but resource type, action and condition, each kind at most once, in the
 *     order in which explanations name them
 * @param validity what the requirement of that kind says, for overviews
 * @param condition what the author wrote in {@code when}; absent: always
 * @param whole all requirements and the condition, in one expression
 * @param because what is told where it decides; whether it matches does not depend on that
 * @param fields which properties the rule speaks of
 */
public record RuleTree(
    RuleReference reference,
    Span span,
    Effect effect,
    String resource,
    Set<String> actions,
    List<Requirement> requirements,
    Validity validity,
    Optional<Expression> condition,
    Expression whole,
    Optional<Because> because,
    FieldGrant fields,
    List<Duty> obligations,
    List<Duty> advice) {

  public RuleTree {
    actions = Set.copyOf(actions);
    requirements = List.copyOf(requirements);
    obligations = List.copyOf(obligations);
    advice = List.copyOf(advice);
  }

  /** What is required of that kind, if anything. */
  public Optional<Requirement> requirement(Requirement.Kind kind) {
    return requirements.stream().filter(each -> each.kind() == kind).findFirst();
  }

  /** The names that the requirement of that kind speaks of; empty where there is none. */
  public Set<String> names(Requirement.Kind kind) {
    return requirement(kind).map(Requirement::names).orElse(Set.of());
  }

  /** What has to have a value where all of {@link #whole} is true: without it, an error. */
  public List<Expression> values() {
    return Stream.concat(obligations.stream(), advice.stream()).flatMap(Duty::expressions).toList();
  }

  /** What the reason is computed from; absent where it is the same for every decision. */
  public Optional<Expression> computedBecause() {
    return because.flatMap(Because::computed);
  }

  /** Whether nothing besides the requirements can be false or in error. */
  public boolean isUnconditional() {
    return condition.isEmpty() && values().isEmpty();
  }
}
