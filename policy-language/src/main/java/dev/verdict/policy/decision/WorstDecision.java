package dev.verdict.policy.decision;

import java.util.Comparator;
import java.util.Optional;

/**
 * What a decision on an action costs at worst: where it has to try every rule that the indexes
 * cannot rule out together, and no condition is settled early. An estimate: texts and lists of a
 * request that are long cost more.
 *
 * @param rules how many have to be tried one after the other
 * @param first of these, in the order of the repository; absent where there is none
 * @param steps that trying them takes
 */
public record WorstDecision(
    String resourceType, String action, int rules, Optional<RuleReference> first, long steps) {

  /** The dearest first. */
  public static final Comparator<WorstDecision> BY_COST =
      Comparator.comparingLong(WorstDecision::steps)
          .reversed()
          .thenComparing(WorstDecision::resourceType)
          .thenComparing(WorstDecision::action);

  /**
   * As measured by {@code benchmarks/}: see the rows of rules that no index tells apart. Another
   * machine takes half as long, or twice.
   */
  private static final long NANOSECONDS_A_STEP = 10;

  /** About how long it takes. */
  public long nanoseconds() {
    return steps * NANOSECONDS_A_STEP;
  }
}
