package dev.verdict.policy.evaluate;

import dev.verdict.policy.condition.Frame;
import dev.verdict.policy.decision.Effect;
import java.util.List;

/** The rules on one action of one resource type. Immutable. */
public final class ActionRules {

  private final List<CompiledRule> all;
  private final CompiledRule[] denies;
  private final CompiledRule[] permits;

  /**
   * @param rules in the order of the repository
   */
  public ActionRules(List<CompiledRule> rules) {
    this.all = List.copyOf(rules);
    this.denies = with(Effect.DENY);
    this.permits = with(Effect.PERMIT);
  }

  private CompiledRule[] with(Effect effect) {
    return all.stream().filter(rule -> rule.effect() == effect).toArray(CompiledRule[]::new);
  }

  List<CompiledRule> all() {
    return all;
  }

  /** Evaluates what can change the decision: permits only where no deny rule has settled it. */
  Tally tally(Requester requester, Frame frame) {
    var tally = new Tally();
    for (CompiledRule rule : denies) {
      if (rule.target().matches(requester)) {
        tally.add(rule, rule.condition().evaluate(frame));
      }
    }
    if (tally.isDenied()) {
      return tally;
    }
    for (CompiledRule rule : permits) {
      if (rule.target().matches(requester)) {
        tally.add(rule, rule.condition().evaluate(frame));
      }
    }
    return tally;
  }
}
