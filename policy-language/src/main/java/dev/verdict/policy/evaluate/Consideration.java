package dev.verdict.policy.evaluate;

import dev.verdict.policy.condition.Frame;
import dev.verdict.policy.decision.Decision;
import dev.verdict.policy.decision.RuleTrace;
import java.util.List;

/** How far a request got: refused before any rule, or on to the rules. */
sealed interface Consideration {

  Decision decision();

  /** What let the request come this far. */
  Passage passage();

  /** How each candidate rule fares. */
  List<RuleTrace> traces();

  /** No rule is asked. */
  record Refused(Decision decision) implements Consideration {
    @Override
    public Passage passage() {
      return Passage.FREE;
    }

    @Override
    public List<RuleTrace> traces() {
      return List.of();
    }
  }

  /**
   * The rules on the action decide.
   *
   * @param otherwise where no rule has anything to say
   */
  record ByRules(
      ActionRules rules, Requester requester, Frame frame, Passage passage, Decision otherwise)
      implements Consideration {
    @Override
    public Decision decision() {
      return passage.named(rules.tally(requester, frame).decision(otherwise, frame));
    }

    @Override
    public List<RuleTrace> traces() {
      return rules.all().stream().map(rule -> Trace.of(rule, requester, frame)).toList();
    }
  }
}
