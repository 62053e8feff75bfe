package dev.verdict.policy.condition;

/** A compiled expression. Immutable; safe for use by many threads at once. */
public abstract class Node {

  /**
   * The value for one request: a {@code Boolean}, {@code String}, {@code Long}, {@code BigDecimal},
   * {@code Instant}, {@code Duration}, {@code IpAddress}, {@code AddressRange}, {@code
   * RecordValue}, {@code EntityReference}, {@code Set} or {@code List} as the expression's type
   * says, or {@link NoValue}. Never {@link Absent}, and never throws.
   */
  public abstract Object evaluate(Frame frame);

  /**
   * The same, or {@link Absent#ABSENT} where there is nothing to have a value: only what reads an
   * attribute or a member of a record tells that from an error.
   */
  public Object lookUp(Frame frame) {
    return evaluate(frame);
  }
}
