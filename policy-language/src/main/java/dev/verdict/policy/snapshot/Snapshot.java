package dev.verdict.policy.snapshot;

import dev.verdict.policy.evaluate.Evaluator;
import dev.verdict.policy.tree.PolicyTree;

/**
 * One compiled, immutable state of a policy repository.
 *
 * @param revision names it: a git commit or a content hash
 * @param contents what it was made from
 * @param policies every rule, guard and grant as expressions
 * @param evaluator decides by them
 */
public record Snapshot(
    String revision, Contents contents, PolicyTree policies, Evaluator evaluator) {

  /** Counts, for people. */
  public record Contents(int files, int policies, int rules, int tests) {}
}
