package dev.verdict.policy.evaluate;

import dev.verdict.policy.condition.Frame;
import dev.verdict.policy.decision.Decision;
import dev.verdict.policy.decision.GrantTrace;
import dev.verdict.policy.decision.RuleTrace;
import java.util.List;
import java.util.Optional;

/** How far a request got: refused before any rule, or on to the rules. */
sealed interface Consideration {

  Decision decision();

  /** What let the request come this far. */
  default Passage passage() {
    return Passage.FREE;
  }

  /** In which decisions like this one do not depend on the time, as far as rules go. */
  default HoldingPeriods periods() {
    return HoldingPeriods.ENDLESS;
  }

  /** What was asked before any rule, and the answer, in a sentence. */
  default String admission() {
    return decision().reason().message();
  }

  /** Why no grant opened a way to the resource's tenant; empty where it is not for want of one. */
  default List<GrantTrace> closedWays() {
    return List.of();
  }

  /** How each candidate rule fares; empty where none is asked. */
  default Optional<List<RuleTrace>> traces() {
    return Optional.empty();
  }

  /** No rule is asked. */
  record Refused(Decision decision) implements Consideration {}

  /** The tenant guard refuses. */
  record KeptOut(Decision decision, TenantGuard guard, Frame frame) implements Consideration {
    @Override
    public List<GrantTrace> closedWays() {
      return guard.closedWays(frame);
    }
  }

  /**
   * The rules on the action decide.
   *
   * @param otherwise where no rule has anything to say
   */
  record ByRules(
      ResourceProgram program, ActionRules rules, Frame frame, Passage passage, Decision otherwise)
      implements Consideration {
    @Override
    public Decision decision() {
      return passage.named(rules.tally(program.signature(frame), frame).decision(otherwise, frame));
    }

    @Override
    public HoldingPeriods periods() {
      return rules.periods();
    }

    @Override
    public String admission() {
      return passage
          .grant()
          .map(grant -> "let across tenants by grant `" + grant.id() + "`")
          .orElse(
              program.guard().isPresent()
                  ? "the tenant guard lets it pass"
                  : "tenants do not matter here");
    }

    @Override
    public Optional<List<RuleTrace>> traces() {
      var trace = new Trace(program.nodes(), frame);
      return Optional.of(rules.all().stream().map(trace::of).toList());
    }
  }
}
