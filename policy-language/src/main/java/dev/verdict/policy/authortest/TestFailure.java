package dev.verdict.policy.authortest;

import dev.verdict.policy.decision.Explanation;

/**
 * Why a test did not pass.
 *
 * @param differences what was expected and what came instead
 * @param explanation how the decision came about
 */
public record TestFailure(String differences, Explanation explanation) {

  /** All of it in one sentence, for where there is no room for a tree. */
  public String sentence() {
    return differences + "; " + TestExplanation.of(explanation);
  }
}
