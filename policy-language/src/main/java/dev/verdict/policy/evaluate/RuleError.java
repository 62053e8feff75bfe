package dev.verdict.policy.evaluate;

import dev.verdict.policy.condition.EvaluationError;
import dev.verdict.policy.decision.Reason;
import dev.verdict.policy.decision.ReasonCode;
import java.util.Optional;

/** A rule whose target matched and whose condition has no value. */
record RuleError(CompiledRule rule, EvaluationError error) {

  Reason reason() {
    return new Reason(
        ReasonCode.RULE_ERROR,
        rule.reference() + " could not be evaluated: " + error.message(),
        Optional.of(rule.reference()));
  }
}
