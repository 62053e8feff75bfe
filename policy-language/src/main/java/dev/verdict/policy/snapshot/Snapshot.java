package dev.verdict.policy.snapshot;

import dev.verdict.policy.evaluate.Evaluator;

/**
 * One compiled, immutable state of a policy repository.
 *
 * @param revision names it: a git commit or a content hash
 * @param contents what it was made from
 * @param evaluator decides by it
 */
public record Snapshot(String revision, Contents contents, Evaluator evaluator) {

  /** Counts, for people. */
  public record Contents(int files, int policies, int rules, int tests) {}
}
