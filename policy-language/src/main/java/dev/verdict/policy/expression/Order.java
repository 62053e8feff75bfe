package dev.verdict.policy.expression;

/** How one value may stand to another. */
public enum Order {
  LESS,
  LESS_OR_EQUAL,
  GREATER,
  GREATER_OR_EQUAL;

  /** Whether a comparison that came out as {@code sign} (as a comparator's) is of this order. */
  public boolean holds(int sign) {
    return switch (this) {
      case LESS -> sign < 0;
      case LESS_OR_EQUAL -> sign <= 0;
      case GREATER -> sign > 0;
      case GREATER_OR_EQUAL -> sign >= 0;
    };
  }
}
