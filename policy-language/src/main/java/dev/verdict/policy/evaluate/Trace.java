package dev.verdict.policy.evaluate;

import dev.verdict.policy.condition.BudgetExceededException;
import dev.verdict.policy.condition.EvaluationError;
import dev.verdict.policy.condition.Frame;
import dev.verdict.policy.decision.ConditionTrace;
import dev.verdict.policy.decision.ConditionTrace.State;
import dev.verdict.policy.decision.Explanation;
import dev.verdict.policy.decision.Match;
import dev.verdict.policy.decision.RoleTrace;
import dev.verdict.policy.decision.RuleReference;
import dev.verdict.policy.decision.RuleTrace;
import dev.verdict.policy.expression.Expression;
import dev.verdict.policy.source.Span;
import dev.verdict.policy.tree.Requirement;
import dev.verdict.policy.tree.Requirement.Kind;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Says of rules how they fared, and which part of each said no. */
final class Trace {

  private final ExpressionNodes nodes;
  private final Frame frame;
  private final Map<RuleReference, String> faults;

  /**
   * @param nodes of the expressions in the rules' trees
   * @param frame of the request
   * @param faults why rules that decided could not say what they compute
   */
  Trace(ExpressionNodes nodes, Frame frame, Map<RuleReference, String> faults) {
    this.nodes = nodes;
    this.frame = frame;
    this.faults = faults;
  }

  /**
   * Traces of the rules to be shown, up to one for which too few steps are left: that one is shown
   * as an error, as the last.
   */
  RuleTraces of(List<CompiledRule> rules) {
    frame.grantAnew(Evaluator.EXPLANATION);
    List<CompiledRule> shown = rules.size() > Explanation.MAX_RULES ? choice(rules) : rules;
    var traces = new ArrayList<RuleTrace>();
    for (CompiledRule rule : shown) {
      try {
        traces.add(of(rule));
      } catch (BudgetExceededException exceeded) {
        traces.add(atTarget(rule, Match.ERROR, ended(shown.size() - traces.size() - 1)));
        break;
      }
    }
    return new RuleTraces(traces, rules.size() - shown.size());
  }

  /** As many rules as are shown: those that matched or are in error first, as far as steps go. */
  private List<CompiledRule> choice(List<CompiledRule> rules) {
    var telling = new BitSet();
    var others = new BitSet();
    try {
      for (int i = 0; i < rules.size() && telling.cardinality() < Explanation.MAX_RULES; i++) {
        (rules.get(i).evaluate(frame) == Boolean.FALSE ? others : telling).set(i);
      }
    } catch (BudgetExceededException exceeded) {
      others.set(0, rules.size());
      others.andNot(telling);
    }
    others.stream().limit(Explanation.MAX_RULES - telling.cardinality()).forEach(telling::set);
    frame.grantAnew(Evaluator.EXPLANATION);
    return telling.stream().mapToObj(rules::get).toList();
  }

  private static String ended(int left) {
    return "the explanation ends here, with "
        + (left == 1 ? "1 rule" : left + " rules")
        + " left: it takes more steps than it may";
  }

  private RuleTrace of(CompiledRule rule) {
    var conditions = new ConditionTracer(nodes, frame);
    var roles = new RoleTracer(nodes, frame, conditions);
    for (Requirement requirement : rule.tree().requirements()) {
      if (value(requirement, rule) == Boolean.FALSE) {
        return atTarget(rule, Match.NOT_MATCHED, requirement.unmet())
            .with(roles.trace(requirement));
      }
    }
    List<RoleTrace> derived =
        rule.tree().requirement(Kind.DERIVED_ROLES).map(roles::trace).orElse(List.of());
    return evaluated(rule, conditions).with(derived);
  }

  /** How a rule fared of which no requirement is false. */
  private RuleTrace evaluated(CompiledRule rule, ConditionTracer conditions) {
    Object value = rule.evaluate(frame);
    for (Requirement requirement : rule.tree().requirements()) {
      if (value instanceof EvaluationError error && value(requirement, rule) == value) {
        return atTarget(rule, Match.ERROR, requirement.subject() + ": " + error.message());
      }
    }
    Optional<ConditionTrace> condition = rule.tree().condition().map(conditions::trace);
    if (value == Boolean.TRUE) {
      return matched(rule, condition);
    }
    return condition
        .filter(trace -> trace.state() != State.TRUE)
        .map(trace -> atCondition(rule, trace))
        .orElseGet(() -> atValue(rule, condition));
  }

  /** Where it matched; at what it says of why, where that could not be computed. */
  private RuleTrace matched(CompiledRule rule, Optional<ConditionTrace> condition) {
    Optional<String> fault = Optional.ofNullable(faults.get(rule.reference()));
    Optional<Span> place =
        rule.tree()
            .computedBecause()
            .filter(because -> fault.isPresent())
            .map(because -> because.fragment().span());
    return new RuleTrace(
        rule.reference(),
        rule.effect(),
        Match.MATCHED,
        fault,
        place.map(Span::file).orElse(rule.reference().file()),
        place.map(Span::line).orElse(rule.reference().line()),
        condition);
  }

  private Object value(Requirement requirement, CompiledRule rule) {
    return switch (requirement.kind()) {
      case SUBJECT_TYPES -> rule.target().hasSubjectType(frame);
      case ROLES -> rule.target().hasRole(frame);
      case SCOPES -> rule.target().hasScopes(frame);
      case ANY_SCOPE -> rule.target().hasAnyScope(frame);
      case ACTED_FOR_TYPES,
          ACTIONS,
          ACTOR_TYPES,
          DERIVED_ROLES,
          RESOURCE_TYPES,
          SUBJECT_IDS,
          VALIDITY ->
          evaluate(requirement.expression());
    };
  }

  /** At the first value that the rule needs besides its condition and that is in error. */
  private RuleTrace atValue(CompiledRule rule, Optional<ConditionTrace> condition) {
    for (Expression value : rule.tree().values()) {
      if (evaluate(value) instanceof EvaluationError error) {
        Span place = value.fragment().span();
        return new RuleTrace(
            rule.reference(),
            rule.effect(),
            Match.ERROR,
            Optional.of("`" + value.fragment().text() + "`: " + error.message()),
            place.file(),
            place.line(),
            condition);
      }
    }
    return atRule(rule, Match.NOT_MATCHED, Optional.of("the condition is false"), condition);
  }

  /** At the first part of the condition that made the whole what it is. */
  private static RuleTrace atCondition(CompiledRule rule, ConditionTrace condition) {
    ConditionTrace culprit = ConditionTracer.culprit(condition);
    return new RuleTrace(
        rule.reference(),
        rule.effect(),
        condition.state() == State.ERROR ? Match.ERROR : Match.NOT_MATCHED,
        Optional.of(
            "`" + culprit.text() + culprit.error().map(why -> "`: " + why).orElse("` is false")),
        culprit.span().file(),
        culprit.span().line(),
        Optional.of(condition));
  }

  private Object evaluate(Expression expression) {
    frame.charge(1);
    return nodes.of(expression).evaluate(frame);
  }

  private static RuleTrace atTarget(CompiledRule rule, Match match, String detail) {
    return atRule(rule, match, Optional.of(detail), Optional.empty());
  }

  private static RuleTrace atRule(
      CompiledRule rule, Match match, Optional<String> detail, Optional<ConditionTrace> condition) {
    RuleReference reference = rule.reference();
    return new RuleTrace(
        reference, rule.effect(), match, detail, reference.file(), reference.line(), condition);
  }
}
