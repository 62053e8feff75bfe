package dev.verdict.policy.evaluate;

import dev.verdict.policy.condition.Frame;
import dev.verdict.policy.decision.Decision;
import dev.verdict.policy.decision.Reason;
import dev.verdict.policy.decision.ReasonCode;
import dev.verdict.policy.decision.RuleTrace;
import java.util.List;

/** How far a request got: refused before any rule, or on to the rules. */
sealed interface Consideration {

  Reason NO_RULE_MATCHED = new Reason(ReasonCode.NO_RULE_MATCHED, "no rule permits this");

  Decision decision();

  /** How each candidate rule fares. */
  List<RuleTrace> traces();

  /** No rule is asked. */
  record Refused(Decision decision) implements Consideration {
    @Override
    public List<RuleTrace> traces() {
      return List.of();
    }
  }

  /** The rules on the action decide. */
  record ByRules(ActionRules rules, Requester requester, Frame frame, String revision)
      implements Consideration {
    @Override
    public Decision decision() {
      return rules.tally(requester, frame).decision(NO_RULE_MATCHED, revision);
    }

    @Override
    public List<RuleTrace> traces() {
      return rules.all().stream().map(rule -> Trace.of(rule, requester, frame)).toList();
    }
  }
}
