package dev.verdict.policy.check.expression;

import dev.verdict.policy.limit.Limit;
import dev.verdict.policy.limit.Limits;

/**
 * How deep the expression under check lies in others, through the variables that it uses. Whatever
 * looks at a condition calls itself as deep as that, so a bound keeps every stack whole.
 */
public final class Nesting {

  private final int limit;
  private int level;
  private int deepest;

  public Nesting(Limits limits) {
    this.limit = limits.of(Limit.CONDITION_DEPTH);
  }

  /** The deepest that may be entered. */
  int limit() {
    return limit;
  }

  /** Steps into a part, and says whether that is still within the limit. */
  boolean enter() {
    level++;
    return reach(0);
  }

  void leave() {
    level--;
  }

  /** Notes a part that is known to be so deep, and says whether that is within the limit. */
  boolean reach(int depth) {
    deepest = Math.max(deepest, level + depth);
    return level + depth <= limit;
  }

  /** Begins to measure a part, which {@link #measured} ends. */
  public int measure() {
    int before = deepest;
    deepest = level;
    return before;
  }

  /**
   * How deep the part was that began with {@link #measure}.
   *
   * @param before what that returned
   */
  public int measured(int before) {
    int depth = deepest - level;
    deepest = Math.max(before, deepest);
    return depth;
  }
}
