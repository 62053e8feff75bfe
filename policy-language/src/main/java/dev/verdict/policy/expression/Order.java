package dev.verdict.policy.expression;

/** How one value may stand to another. */
public enum Order {
  LESS(true, false, false),
  LESS_OR_EQUAL(true, true, false),
  GREATER(false, false, true),
  GREATER_OR_EQUAL(false, true, true);

  private final boolean less;
  private final boolean equal;
  private final boolean greater;

  Order(boolean less, boolean equal, boolean greater) {
    this.less = less;
    this.equal = equal;
    this.greater = greater;
  }

  /** Whether a comparison that came out as {@code sign} (as a comparator's) is of this order. */
  public boolean holds(int sign) {
    return sign < 0 ? less : sign > 0 ? greater : equal;
  }
}
