package dev.verdict.policy.evaluate;

import dev.verdict.policy.condition.EvaluationError;
import dev.verdict.policy.condition.Frame;
import dev.verdict.policy.condition.Node;
import dev.verdict.policy.decision.ConditionTrace;
import dev.verdict.policy.decision.ConditionTrace.State;
import dev.verdict.policy.decision.Match;
import dev.verdict.policy.decision.RuleReference;
import dev.verdict.policy.decision.RuleTrace;
import dev.verdict.policy.source.Span;
import java.util.Optional;

/** Says of one rule how it fared, and which part of it said no. */
final class Trace {

  private Trace() {}

  static RuleTrace of(CompiledRule rule, Requester requester, Frame frame) {
    for (Requirement requirement : rule.requirements()) {
      if (evaluate(requirement.node(), frame) == Boolean.FALSE) {
        return atTarget(rule, Match.NOT_MATCHED, requirement.unmet());
      }
    }
    Optional<String> mismatch = rule.target().mismatch(requester);
    if (mismatch.isPresent()) {
      return atTarget(rule, Match.NOT_MATCHED, mismatch.get());
    }
    Object value = evaluate(rule.condition(), frame);
    for (Requirement requirement : rule.requirements()) {
      if (value instanceof EvaluationError error && evaluate(requirement.node(), frame) == value) {
        return atTarget(rule, Match.ERROR, requirement.what() + ": " + error.message());
      }
    }
    Optional<ConditionTrace> condition =
        rule.structure().map(part -> new ConditionTracer(frame).trace(part));
    if (value == Boolean.TRUE) {
      return atRule(rule, Match.MATCHED, "", condition);
    }
    return condition
        .filter(trace -> trace.state() != State.TRUE)
        .map(trace -> atCondition(rule, trace))
        .orElseGet(() -> atValue(rule, condition, frame));
  }

  /** At the first value that the rule needs besides its condition and that is in error. */
  private static RuleTrace atValue(
      CompiledRule rule, Optional<ConditionTrace> condition, Frame frame) {
    for (RequiredValue value : rule.values()) {
      if (evaluate(value.node(), frame) instanceof EvaluationError error) {
        Span place = value.fragment().span();
        return new RuleTrace(
            rule.reference(),
            rule.effect(),
            Match.ERROR,
            "`" + value.fragment().text() + "`: " + error.message(),
            place.file(),
            place.line(),
            condition);
      }
    }
    return atRule(rule, Match.NOT_MATCHED, "the condition is false", condition);
  }

  /** At the first part of the condition that made the whole what it is. */
  private static RuleTrace atCondition(CompiledRule rule, ConditionTrace condition) {
    ConditionTrace culprit = ConditionTracer.culprit(condition);
    boolean error = condition.state() == State.ERROR;
    return new RuleTrace(
        rule.reference(),
        rule.effect(),
        error ? Match.ERROR : Match.NOT_MATCHED,
        "`" + culprit.text() + (error ? "`: " + culprit.error() : "` is false"),
        culprit.span().file(),
        culprit.span().line(),
        Optional.of(condition));
  }

  private static Object evaluate(Node node, Frame frame) {
    frame.restoreSteps();
    return node.evaluate(frame);
  }

  private static RuleTrace atTarget(CompiledRule rule, Match match, String detail) {
    return atRule(rule, match, detail, Optional.empty());
  }

  private static RuleTrace atRule(
      CompiledRule rule, Match match, String detail, Optional<ConditionTrace> condition) {
    RuleReference reference = rule.reference();
    return new RuleTrace(
        reference, rule.effect(), match, detail, reference.file(), reference.line(), condition);
  }
}
