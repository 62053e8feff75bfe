package dev.verdict.policy.syntax;

/**
 * The bounds of a condition. JEXL's parser needs exponential time for some nested brackets and
 * overflows its stack for others; within these bounds every text is parsed in milliseconds.
 */
public final class ConditionLimits {

  /** Longest condition, in UTF-16 units. */
  public static final int MAX_LENGTH = 4_000;

  /** Most names, literals and signs. */
  public static final int MAX_TOKENS = 512;

  /** Deepest nesting of parentheses. */
  public static final int MAX_PARENTHESES = 32;

  private ConditionLimits() {}
}
