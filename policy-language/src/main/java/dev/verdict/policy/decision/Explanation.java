package dev.verdict.policy.decision;

import java.util.List;

/**
 * A decision and how it came about.
 *
 * @param decision the same as without an explanation
 * @param passes of the subject, then of the actor where it came to that
 */
public record Explanation(Decision decision, List<PassTrace> passes) {

  public Explanation {
    passes = List.copyOf(passes);
  }

  /** How each candidate rule fared, in all passes. */
  public List<RuleTrace> rules() {
    return passes.stream().flatMap(pass -> pass.rules().stream()).toList();
  }
}
