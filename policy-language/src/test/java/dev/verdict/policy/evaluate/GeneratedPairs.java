package dev.verdict.policy.evaluate;

import java.util.function.LongConsumer;

/**
 * How much is compared with a second opinion, and from which seed: the same in each build, so that
 * it fails for what has changed. {@code -Dverdict.pairs=..} sets how many pairs, and {@code
 * -Dverdict.seed=..} another start: the seed that a failure names is the first one then.
 */
final class GeneratedPairs {

  /** With each policy set or condition. */
  static final int REQUESTS = 50;

  private static final int PAIRS = Integer.getInteger("verdict.pairs", 200_000);

  private final String what;
  private final long first = Long.getLong("verdict.seed", 1);

  /**
   * @param what is paired, for people
   */
  GeneratedPairs(String what) {
    this.what = what;
  }

  /** Runs the comparison for one seed after the other. */
  void forEachSeed(LongConsumer comparison) {
    System.out.printf("%,d pairs of %s, -Dverdict.seed=%d%n", PAIRS, what, first);
    for (long seed = first; seed < first + (PAIRS + REQUESTS - 1) / REQUESTS; seed++) {
      try {
        comparison.accept(seed);
      } catch (RuntimeException | AssertionError failed) {
        throw new AssertionError("with -Dverdict.seed=" + seed, failed);
      }
    }
  }
}
