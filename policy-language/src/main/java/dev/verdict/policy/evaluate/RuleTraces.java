package dev.verdict.policy.evaluate;

import dev.verdict.policy.decision.RuleTrace;
import java.util.List;

/**
 * How rules fared, as far as an explanation shows it.
 *
 * @param rules in the order of the repository
 * @param leftOut how many more there are
 */
record RuleTraces(List<RuleTrace> rules, int leftOut) {

  /** No rule was asked. */
  static final RuleTraces NONE = new RuleTraces(List.of(), 0);

  RuleTraces {
    rules = List.copyOf(rules);
  }
}
