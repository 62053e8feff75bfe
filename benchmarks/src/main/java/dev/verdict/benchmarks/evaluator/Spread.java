package dev.verdict.benchmarks.evaluator;

/** What tells the rules of a large repository apart. */
public enum Spread {
  /** Many resource types, ten actions each. */
  TYPES,
  /** One resource type with many actions. */
  ACTIONS,
  /** One resource type and action; each rule tests an attribute for equality with a constant. */
  EQUALITY,
  /**
   * The same, but the rules test how an attribute begins, which no index can answer. Nine of ten
   * are for roles that the subject does not have, and are left out before any condition is looked
   * at.
   */
  UNINDEXED,
  /** As {@link #UNINDEXED}, but without roles: the condition of every rule is evaluated. */
  CANDIDATES;

  private static final int ACTIONS_EACH = 10;

  /**
   * How many actions each resource type has.
   *
   * @param groups of rules that have to be told apart
   */
  int actions(int groups) {
    return switch (this) {
      case TYPES -> Math.min(groups, ACTIONS_EACH);
      case ACTIONS -> groups;
      case EQUALITY, UNINDEXED, CANDIDATES -> 1;
    };
  }

  /** How many resource types there are. */
  int types(int groups) {
    return this == TYPES ? groups / actions(groups) : 1;
  }
}
