package dev.verdict.policy.evaluate;

import dev.verdict.policy.condition.EvaluationError;
import dev.verdict.policy.decision.Reason;
import dev.verdict.policy.decision.ReasonCode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A rule whose target matched and whose condition has no value. */
record RuleError(CompiledRule rule, EvaluationError error) {

  /** Of two errors that of the rule that comes first in the repository. */
  static RuleError first(@Nullable RuleError known, CompiledRule rule, EvaluationError error) {
    return known == null || rule.precedes(known.rule) ? new RuleError(rule, error) : known;
  }

  Reason reason() {
    return new Reason(
        ReasonCode.RULE_ERROR,
        rule.reference() + " could not be evaluated: " + error.message(),
        Optional.of(rule.reference()));
  }
}
