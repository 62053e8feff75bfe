package dev.verdict.policy.limit;

import java.util.HashMap;
import java.util.Map;

/**
 * The bounds that hold in one place: the standard ones, but for those that are set otherwise.
 *
 * @param set each from 1 to its ceiling, none that is fixed
 */
public record Limits(Map<Limit, Integer> set) {

  /** Nothing set. */
  public static final Limits STANDARD = new Limits(Map.of());

  public Limits {
    set = Map.copyOf(set);
    set.forEach(Limits::check);
  }

  private static void check(Limit limit, int value) {
    if (limit.isFixed()) {
      throw new IllegalArgumentException(
          limit + ": " + value + " (expected: not set, it is fixed)");
    }
    if (value < 1 || value > limit.ceiling()) {
      throw new IllegalArgumentException(
          limit + ": " + value + " (expected: 1 to " + limit.ceiling() + ")");
    }
  }

  /** The most that is let through. */
  public int of(Limit limit) {
    Integer value = set.get(limit);
    return value == null ? limit.standard() : value;
  }

  /**
   * The same but for one bound.
   *
   * @throws IllegalArgumentException where the bound is fixed or the value not within 1 and its
   *     ceiling
   */
  public Limits with(Limit limit, int value) {
    var changed = new HashMap<>(set);
    changed.put(limit, value);
    return new Limits(changed);
  }
}
