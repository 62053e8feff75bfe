package dev.verdict.policy.request;

import java.math.BigDecimal;
import java.util.List;

/**
 * An attribute's value as it arrived, before the schema gives it a type. There is no null: a member
 * without a value is absent.
 */
public sealed interface Value {

  /** Calls the method of the visitor that is for this kind of value. */
  <R> R accept(Visitor<R> visitor);

  /** Something that is done to each kind of value. */
  interface Visitor<R> {

    R text(String text);

    R whole(long number);

    R decimal(BigDecimal number);

    R flag(boolean flag);

    R sequence(List<Value> values);

    R structure(Attributes attributes);
  }

  /** A string; also timestamps, durations and addresses, until the schema says so. */
  record Text(String text) implements Value {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.text(text);
    }
  }

  /** A whole number of 64 bits. */
  record Whole(long number) implements Value {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.whole(number);
    }
  }

  /** Any other number, exact. */
  record Decimal(BigDecimal number) implements Value {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.decimal(number);
    }
  }

  /** True or false. */
  record Flag(boolean flag) implements Value {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.flag(flag);
    }
  }

  /** Several values in their order. */
  record Sequence(List<Value> values) implements Value {
    public Sequence {
      values = List.copyOf(values);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.sequence(values);
    }
  }

  /** Named values. */
  record Structure(Attributes attributes) implements Value {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.structure(attributes);
    }
  }
}
