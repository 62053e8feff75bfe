package dev.verdict.policy.request;

import java.math.BigDecimal;
import java.util.List;

/**
 * An attribute's value as it arrived, before the schema gives it a type. There is no null: a member
 * without a value is absent.
 */
public sealed interface Value {

  /** A string; also timestamps, durations and addresses, until the schema says so. */
  record Text(String text) implements Value {}

  /** A whole number of 64 bits. */
  record Whole(long number) implements Value {}

  /** Any other number, exact. */
  record Decimal(BigDecimal number) implements Value {}

  /** True or false. */
  record Flag(boolean flag) implements Value {}

  /** Several values in their order. */
  record Sequence(List<Value> values) implements Value {
    public Sequence {
      values = List.copyOf(values);
    }
  }

  /** Named values. */
  record Structure(Attributes attributes) implements Value {}
}
