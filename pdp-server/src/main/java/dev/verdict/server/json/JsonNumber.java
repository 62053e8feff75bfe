package dev.verdict.server.json;

import dev.verdict.policy.limit.Limit;
import dev.verdict.policy.request.Value;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The text of a JSON number. Bounded, since arithmetic on {@code 1e999999999} takes hours, and to
 * what a double can hold, since other readers of the same bytes have nothing larger (RFC 7493
 * §2.2).
 */
final class JsonNumber {

  /** Most significant digits. */
  static final int MAX_DIGITS = Limit.DECIMAL_DIGITS.standard();

  /** Largest power of ten that may be written, either way. */
  static final int MAX_EXPONENT = 400;

  /** Sign, zero, point, {@code e}, sign and three digits on top of the digits themselves. */
  static final int MAX_LENGTH = MAX_DIGITS + 8;

  /** A sign and eighteen digits always fit a long. */
  private static final int SURELY_LONG = 19;

  private JsonNumber() {}

  /**
   * The number, or null where it is out of bounds: asked for each number of a request.
   *
   * @param text a number by the grammar of JSON, of at most {@link #MAX_LENGTH} characters
   */
  static @Nullable Value read(String text) {
    int exponentAt = Math.max(text.indexOf('e'), text.indexOf('E'));
    boolean whole = exponentAt < 0 && text.indexOf('.') < 0;
    if (whole && text.length() < SURELY_LONG) {
      return new Value.Whole(Long.parseLong(text));
    }
    if (exponentAt >= 0 && !exponentIsBounded(text.substring(exponentAt + 1))) {
      return null;
    }
    var number = new BigDecimal(text);
    if (number.precision() > MAX_DIGITS || Double.isInfinite(number.doubleValue())) {
      return null;
    }
    return whole && fitsLong(number)
        ? new Value.Whole(number.longValueExact())
        : new Value.Decimal(number);
  }

  private static boolean exponentIsBounded(String exponent) {
    int start = exponent.startsWith("+") || exponent.startsWith("-") ? 1 : 0;
    return exponent.length() - start <= 3
        && Integer.parseInt(exponent.substring(start)) <= MAX_EXPONENT;
  }

  private static boolean fitsLong(BigDecimal whole) {
    return whole.unscaledValue().bitLength() < Long.SIZE;
  }
}
