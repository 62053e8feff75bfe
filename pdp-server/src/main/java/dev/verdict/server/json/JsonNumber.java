package dev.verdict.server.json;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.verdict.policy.request.DecimalText;
import dev.verdict.policy.request.Value;
import java.math.BigDecimal;
import java.util.Objects;

/** A number of a document: a whole one where it is written as one and fits 64 bits. */
final class JsonNumber {

  /** Eighteen digits always fit a long, with or without a sign. */
  private static final int SURELY_LONG = 18;

  private JsonNumber() {}

  /**
   * Finds the end of a number by the grammar of JSON (RFC 8259 §6).
   *
   * @param from the place of its first character
   * @throws dev.verdict.policy.request.InvalidRequestException where it is none
   */
  static int end(byte[] document, int from) {
    int at = document[from] == '-' ? from + 1 : from;
    // no digit follows a zero at the front
    at = isAt(document, at, '0') ? at + 1 : digits(document, at);
    if (isAt(document, at, '.')) {
      at = digits(document, at + 1);
    }
    if (isAt(document, at, 'e') || isAt(document, at, 'E')) {
      at++;
      boolean signed = isAt(document, at, '+') || isAt(document, at, '-');
      at = digits(document, signed ? at + 1 : at);
    }
    return at;
  }

  private static boolean isAt(byte[] document, int at, char character) {
    return at < document.length && document[at] == character;
  }

  /** The place after at least one digit. */
  private static int digits(byte[] document, int from) {
    int at = from;
    while (at < document.length && document[at] >= '0' && document[at] <= '9') {
      at++;
    }
    if (at == from) {
      throw JsonFault.unexpected(document, at);
    }
    return at;
  }

  /**
   * Whether a number has no more digits and no larger exponent than is taken.
   *
   * @param end from {@link #end}
   */
  static boolean isTaken(byte[] document, int from, int end) {
    // without an exponent
    boolean plain = end - from <= DecimalText.MAX_DIGITS;
    for (int i = from; plain && i < end; i++) {
      plain = document[i] <= '9';
    }
    return plain || DecimalText.ofNumber(text(document, from, end)) != null;
  }

  /** The value of a number that {@linkplain #isTaken is taken}. */
  static Value read(byte[] document, int from, int end) {
    boolean negative = document[from] == '-';
    int at = negative ? from + 1 : from;
    boolean isShort = end - at <= SURELY_LONG;
    long whole = 0;
    while (isShort && at < end && document[at] >= '0' && document[at] <= '9') {
      whole = 10 * whole + document[at++] - '0';
    }
    return at == end ? new Value.Whole(negative ? -whole : whole) : read(text(document, from, end));
  }

  private static String text(byte[] document, int from, int end) {
    return new String(document, from, end - from, ISO_8859_1);
  }

  private static Value read(String text) {
    BigDecimal number = Objects.requireNonNull(DecimalText.ofNumber(text));
    boolean whole = text.indexOf('e') < 0 && text.indexOf('E') < 0 && text.indexOf('.') < 0;
    return whole && number.unscaledValue().bitLength() < Long.SIZE
        ? new Value.Whole(number.longValueExact())
        : new Value.Decimal(number);
  }
}
