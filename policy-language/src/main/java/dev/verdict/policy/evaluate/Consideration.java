package dev.verdict.policy.evaluate;

import dev.verdict.policy.condition.BudgetExceededException;
import dev.verdict.policy.condition.Frame;
import dev.verdict.policy.condition.Unknown;
import dev.verdict.policy.decision.Decision;
import dev.verdict.policy.decision.GrantTrace;
import dev.verdict.policy.decision.PartialDecision;
import dev.verdict.policy.decision.RuleReference;
import dev.verdict.policy.request.RequestAttribute;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How far a request got: refused before any rule, or on to the rules. */
sealed interface Consideration {

  /** The decision, where everything is known. */
  Decision decision();

  /** The same, or what has to be learned before it is certain. */
  default PartialDecision partialDecision() {
    return new PartialDecision.Decided(decision());
  }

  /** The decision, and why rules could not say what they compute of it, for explanations. */
  default Told told() {
    return new Told(decision(), Map.of());
  }

  /** What let the request come this far. */
  default Passage passage() {
    return Passage.FREE;
  }

  /** What rules saw of the request; absent where none was asked. */
  default Optional<Frame> seenByRules() {
    return Optional.empty();
  }

  /** How many steps it took so far, with all that belongs to the same decision. */
  default long taken() {
    return 0;
  }

  /** In which decisions like this one do not depend on the time, as far as rules go. */
  default HoldingPeriods periods() {
    return HoldingPeriods.ENDLESS;
  }

  /** What stands behind the rules; empty where the action does not write. */
  default Optional<WriteGuard> writeGuard() {
    return Optional.empty();
  }

  /** What was asked before any rule, and the answer, in a sentence. */
  default String admission() {
    return decision().reason().message();
  }

  /** What the request says in vain of attributes that were in question. */
  default List<RequestAttribute> ignored() {
    return List.of();
  }

  /** Why no grant opened a way to the resource's tenant; empty where it is not for want of one. */
  default List<GrantTrace> closedWays() {
    return List.of();
  }

  /**
   * How each candidate rule fares; empty where none is asked.
   *
   * @param faults of those that decided, as {@link Told#faults} has them
   */
  default Optional<RuleTraces> traces(Map<RuleReference, String> faults) {
    return Optional.empty();
  }

  /**
   * A decision in the words of its rules.
   *
   * @param faults why rules that decided could not say what they compute
   */
  record Told(Decision decision, Map<RuleReference, String> faults) {}

  /** No rule is asked. */
  record Refused(Decision decision) implements Consideration {}

  /**
   * The tenant guard refuses.
   *
   * @param unknown what has to be learned before that is certain; absent where it is
   */
  record KeptOut(Decision decision, TenantGuard guard, Frame frame, Optional<Unknown> unknown)
      implements Consideration {
    @Override
    public PartialDecision partialDecision() {
      return PartialDecision.of(unknown.map(Unknown::attributes), this::decision);
    }

    @Override
    public long taken() {
      return frame.taken();
    }

    @Override
    public List<RequestAttribute> ignored() {
      return frame.ignored();
    }

    @Override
    public List<GrantTrace> closedWays() {
      frame.grantAnew(Evaluator.EXPLANATION);
      try {
        return guard.closedWays(frame);
      } catch (BudgetExceededException exceeded) {
        return List.of();
      }
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
      Decision decision = decision(rules.tally(program.signature(frame), frame));
      return rules.becauses().isEmpty() ? decision : reasons().told(decision);
    }

    @Override
    public PartialDecision partialDecision() {
      Tally tally = rules.tally(program.signature(frame), frame);
      return PartialDecision.of(tally.unknown().map(Unknown::attributes), () -> decision(tally))
          .then(this::partiallyTold);
    }

    private PartialDecision partiallyTold(Decision decision) {
      if (rules.becauses().isEmpty()) {
        return new PartialDecision.Decided(decision);
      }
      Reasons reasons = reasons();
      Decision told = reasons.told(decision);
      return PartialDecision.of(reasons.unknown().map(Unknown::attributes), () -> told);
    }

    @Override
    public Told told() {
      Reasons reasons = reasons();
      Decision decision = decision(rules.tally(program.signature(frame), frame));
      return new Told(reasons.told(decision), reasons.faults());
    }

    private Reasons reasons() {
      return new Reasons(rules.becauses(), frame);
    }

    @Override
    public Optional<Frame> seenByRules() {
      return Optional.of(frame);
    }

    @Override
    public long taken() {
      return frame.taken();
    }

    private Decision decision(Tally tally) {
      return passage.named(tally.decision(otherwise, frame));
    }

    @Override
    public HoldingPeriods periods() {
      return rules.periods();
    }

    @Override
    public Optional<WriteGuard> writeGuard() {
      return rules.writeGuard();
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
    public List<RequestAttribute> ignored() {
      return frame.ignored();
    }

    @Override
    public Optional<RuleTraces> traces(Map<RuleReference, String> faults) {
      return Optional.of(new Trace(program.nodes(), frame, faults).of(rules.all()));
    }
  }
}
