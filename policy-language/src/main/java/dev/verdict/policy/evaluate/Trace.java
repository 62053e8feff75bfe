package dev.verdict.policy.evaluate;

import dev.verdict.policy.condition.EvaluationError;
import dev.verdict.policy.condition.Frame;
import dev.verdict.policy.condition.Node;
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
        return atRule(rule, Match.NOT_MATCHED, requirement.unmet());
      }
    }
    Optional<String> mismatch = rule.target().mismatch(requester);
    if (mismatch.isPresent()) {
      return atRule(rule, Match.NOT_MATCHED, mismatch.get());
    }
    Object value = evaluate(rule.condition(), frame);
    if (value == Boolean.TRUE) {
      return atRule(rule, Match.MATCHED, "");
    }
    for (Requirement requirement : rule.requirements()) {
      if (value instanceof EvaluationError error && evaluate(requirement.node(), frame) == value) {
        return atRule(rule, Match.ERROR, requirement.what() + ": " + error.message());
      }
    }
    return atConjunct(rule, frame, value);
  }

  /** The first part of the condition that made the whole what it is. */
  private static RuleTrace atConjunct(CompiledRule rule, Frame frame, Object value) {
    for (Conjunct conjunct : rule.conjuncts()) {
      if (evaluate(conjunct.node(), frame) == value) {
        Span place = conjunct.fragment().span();
        boolean error = value instanceof EvaluationError;
        return new RuleTrace(
            rule.reference(),
            rule.effect(),
            error ? Match.ERROR : Match.NOT_MATCHED,
            "`"
                + conjunct.fragment().text()
                + (error ? "`: " + ((EvaluationError) value).message() : "` is false"),
            place.file(),
            place.line());
      }
    }
    return atRule(rule, Match.NOT_MATCHED, "the condition is false");
  }

  private static Object evaluate(Node node, Frame frame) {
    frame.restoreSteps();
    return node.evaluate(frame);
  }

  private static RuleTrace atRule(CompiledRule rule, Match match, String detail) {
    RuleReference reference = rule.reference();
    return new RuleTrace(
        reference, rule.effect(), match, detail, reference.file(), reference.line());
  }
}
