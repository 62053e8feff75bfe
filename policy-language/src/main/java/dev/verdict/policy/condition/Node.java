package dev.verdict.policy.condition;

/** A compiled expression. Immutable; safe for use by many threads at once. */
public interface Node {

  /**
   * The value for one request: a {@code Boolean}, {@code String}, {@code Long}, {@code BigDecimal},
   * {@code Instant}, {@code Set} or {@code List} as the expression's type says, or an {@link
   * EvaluationError}. Never {@link Absent}, and never throws.
   */
  Object evaluate(Frame frame);
}
