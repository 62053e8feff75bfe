package dev.verdict.server.weight;

import dev.verdict.policy.request.Attributes;
import dev.verdict.policy.request.Entity;
import dev.verdict.policy.request.Value;
import java.math.BigDecimal;
import java.util.List;

/**
 * Adds up about how many bytes of memory something holds. Too many rather than too few: shared
 * parts count each time, and every character counts as two bytes. Belongs to one thread.
 */
public final class Weight implements Value.Visitor<Weight> {

  private static final int OBJECT = 32;
  private static final int TEXT = 56;
  private static final int MEMBER = 64;
  private static final int REFERENCE = 8;

  private long bytes;

  /** What was added, in bytes. */
  public long bytes() {
    return bytes;
  }

  /** The same for a cache that counts in whole numbers. */
  public int capped() {
    return (int) Math.min(bytes, Integer.MAX_VALUE);
  }

  /** One object of fixed size, or a share of something larger. */
  public Weight object() {
    bytes += OBJECT;
    return this;
  }

  /** So many bytes. */
  public Weight raw(int count) {
    bytes += count;
    return this;
  }

  /** An entity with its attributes. */
  public Weight entity(Entity entity) {
    return object().text(entity.type()).text(entity.id()).structure(entity.attributes());
  }

  @Override
  public Weight text(String text) {
    bytes += TEXT + 2L * text.length();
    return this;
  }

  @Override
  public Weight whole(long number) {
    return object();
  }

  @Override
  public Weight decimal(BigDecimal number) {
    bytes += 2L * OBJECT + number.unscaledValue().bitLength() / 8;
    return this;
  }

  @Override
  public Weight flag(boolean flag) {
    return object();
  }

  @Override
  public Weight sequence(List<Value> values) {
    bytes += OBJECT + (long) REFERENCE * values.size();
    for (Value value : values) {
      value.accept(this);
    }
    return this;
  }

  @Override
  public Weight structure(Attributes attributes) {
    bytes += OBJECT + (long) MEMBER * attributes.size();
    for (String name : attributes.names()) {
      Value value = attributes.get(name);
      if (value != null) {
        text(name);
        value.accept(this);
      }
    }
    return this;
  }
}
