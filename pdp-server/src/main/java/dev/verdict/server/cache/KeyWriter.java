package dev.verdict.server.cache;

import dev.verdict.policy.request.Attributes;
import dev.verdict.policy.request.Value;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Writes values one after the other so that different sequences of calls give different bytes:
 * every part carries its kind and its length before its content, so no content can pass for the end
 * of a part or for another part.
 *
 * <p>What is larger than the limit is not written; {@link #isTooLarge} then says that the bytes are
 * not to be used.
 */
final class KeyWriter implements Value.Visitor<KeyWriter> {

  private static final byte TEXT = 1;
  private static final byte WHOLE = 2;
  private static final byte DECIMAL = 3;
  private static final byte FLAG = 4;
  private static final byte SEQUENCE = 5;
  private static final byte STRUCTURE = 6;
  private static final byte ABSENT = 7;
  private static final byte PRESENT = 8;

  private static final int START = 256;
  private static final int MAX_UNIT_BYTES = 3;

  private final int max;
  private byte[] bytes = new byte[START];
  private int size;
  private boolean tooLarge;

  KeyWriter(int max) {
    this.max = max;
  }

  boolean isTooLarge() {
    return tooLarge;
  }

  byte[] toBytes() {
    return Arrays.copyOf(bytes, size);
  }

  void presence(boolean present) {
    put(present ? PRESENT : ABSENT);
  }

  /**
   * Each UTF-16 unit by itself in one to three bytes: as short as UTF-8 for most texts, and other
   * than there, two texts that differ in halves of surrogate pairs stay different.
   */
  @Override
  public KeyWriter text(String text) {
    put(TEXT);
    length(text.length());
    reserve(text.length());
    if (tooLarge) {
      return this;
    }
    grow(size + MAX_UNIT_BYTES * text.length());
    for (int i = 0; i < text.length(); i++) {
      char unit = text.charAt(i);
      if (unit < 0x80) {
        bytes[size++] = (byte) unit;
      } else if (unit < 0x800) {
        bytes[size++] = (byte) (0xC0 | (unit >> 6));
        bytes[size++] = (byte) (0x80 | (unit & 0x3F));
      } else {
        bytes[size++] = (byte) (0xE0 | (unit >> 12));
        bytes[size++] = (byte) (0x80 | ((unit >> 6) & 0x3F));
        bytes[size++] = (byte) (0x80 | (unit & 0x3F));
      }
    }
    reserve(0);
    return this;
  }

  /** In the order of the names: the order of arrival is no part of a question. */
  @Override
  public KeyWriter structure(Attributes attributes) {
    put(STRUCTURE);
    length(attributes.size());
    if (attributes.isEmpty()) {
      return this;
    }
    String[] names = attributes.names().toArray(String[]::new);
    Arrays.sort(names);
    for (String name : names) {
      Value value = attributes.get(name);
      if (tooLarge || value == null) {
        return this;
      }
      text(name);
      value.accept(this);
    }
    return this;
  }

  /** A set of names, in their order. */
  void names(Set<String> names) {
    put(SEQUENCE);
    length(names.size());
    String[] sorted = names.toArray(String[]::new);
    Arrays.sort(sorted);
    for (String name : sorted) {
      text(name);
    }
  }

  @Override
  public KeyWriter whole(long number) {
    put(WHOLE);
    number(number);
    return this;
  }

  @Override
  public KeyWriter flag(boolean flag) {
    put(FLAG);
    put((byte) (flag ? 1 : 0));
    return this;
  }

  /** 1.0 and 1.00 are written differently: that costs a miss, and never a wrong hit. */
  @Override
  public KeyWriter decimal(BigDecimal number) {
    byte[] unscaled = number.unscaledValue().toByteArray();
    put(DECIMAL);
    length(number.scale());
    length(unscaled.length);
    reserve(unscaled.length);
    if (!tooLarge) {
      System.arraycopy(unscaled, 0, bytes, size, unscaled.length);
      size += unscaled.length;
    }
    return this;
  }

  @Override
  public KeyWriter sequence(List<Value> values) {
    put(SEQUENCE);
    length(values.size());
    for (Value value : values) {
      if (tooLarge) {
        return this;
      }
      value.accept(this);
    }
    return this;
  }

  private void length(int length) {
    reserve(Integer.BYTES);
    if (!tooLarge) {
      for (int shift = 24; shift >= 0; shift -= 8) {
        bytes[size++] = (byte) (length >> shift);
      }
    }
  }

  private void number(long number) {
    length((int) (number >> 32));
    length((int) number);
  }

  private void put(byte one) {
    reserve(1);
    if (!tooLarge) {
      bytes[size++] = one;
    }
  }

  /** Makes room for so many bytes, if there may be as many. */
  private void reserve(long more) {
    if (size + more > max) {
      tooLarge = true;
    } else {
      grow((int) (size + more));
    }
  }

  private void grow(int needed) {
    if (needed > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(needed, bytes.length * 2));
    }
  }
}
