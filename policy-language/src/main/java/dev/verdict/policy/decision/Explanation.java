package dev.verdict.policy.decision;

import java.util.List;

/**
 * A decision and how each candidate rule fared.
 *
 * @param decision the same as without an explanation
 * @param rules every rule on the resource type and action that holds in the resource's tenant, in
 *     the order of the repository, those of an overlay last
 */
public record Explanation(Decision decision, List<RuleTrace> rules) {

  public Explanation {
    rules = List.copyOf(rules);
  }
}
