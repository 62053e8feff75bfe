package dev.verdict.policy.authortest;

import dev.verdict.policy.decision.ConditionTrace;
import dev.verdict.policy.decision.ConditionTrace.State;
import dev.verdict.policy.decision.Explanation;
import dev.verdict.policy.decision.Match;
import dev.verdict.policy.decision.RuleReference;
import dev.verdict.policy.decision.RuleTrace;
import dev.verdict.policy.expression.Expression;
import dev.verdict.policy.source.Span;
import dev.verdict.policy.tree.PolicyTree;
import dev.verdict.policy.tree.Requirement;
import dev.verdict.policy.tree.Requirement.Kind;
import dev.verdict.policy.tree.RuleTree;
import java.util.HashSet;
import java.util.Set;

/**
 * Collects from explanations what they reached. Decisions do not pass through here, so that finding
 * out costs them nothing.
 */
final class CoverageRecorder {

  private record Part(RuleReference rule, Span span, State state) {}

  private final PolicyTree policies;
  private final Set<RuleReference> matched = new HashSet<>();
  private final Set<RuleReference> missed = new HashSet<>();
  private final Set<Part> reached = new HashSet<>();

  CoverageRecorder(PolicyTree policies) {
    this.policies = policies;
  }

  void add(Explanation explanation) {
    for (RuleTrace trace : explanation.rules()) {
      if (trace.match() == Match.MATCHED) {
        matched.add(trace.rule());
      } else if (trace.match() == Match.NOT_MATCHED) {
        missed.add(trace.rule());
      }
      trace.condition().ifPresent(condition -> add(trace.rule(), condition));
    }
  }

  private void add(RuleReference rule, ConditionTrace condition) {
    reached.add(new Part(rule, condition.span(), condition.state()));
    condition.parts().forEach(part -> add(rule, part));
  }

  Coverage coverage() {
    return new Coverage(policies.everyRule().map(this::of).toList());
  }

  private Coverage.OfRule of(RuleTree rule) {
    RuleReference reference = rule.reference();
    return new Coverage.OfRule(
        reference,
        matched.contains(reference),
        missed.contains(reference) || !asksForAnything(rule),
        rule.condition().stream()
            .flatMap(condition -> ConditionParts.of(condition).stream())
            .map(part -> of(reference, part))
            .toList());
  }

  private Coverage.OfPart of(RuleReference rule, Expression part) {
    Span span = part.fragment().span();
    return new Coverage.OfPart(
        part.fragment().line(),
        span,
        reached.contains(new Part(rule, span, State.TRUE)),
        reached.contains(new Part(rule, span, State.FALSE)));
  }

  /** Whether there are requests for its resource type and actions that a rule does not match. */
  private boolean asksForAnything(RuleTree rule) {
    return rule.condition().isPresent()
        || !rule.requirements().stream().allMatch(this::isMetByEverybody);
  }

  private boolean isMetByEverybody(Requirement requirement) {
    return requirement.kind() == Kind.SUBJECT_TYPES
        && requirement.names().containsAll(policies.schema().subjects().keySet());
  }
}
