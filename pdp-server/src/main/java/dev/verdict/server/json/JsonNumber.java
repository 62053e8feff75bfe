package dev.verdict.server.json;

import dev.verdict.policy.request.DecimalText;
import dev.verdict.policy.request.Value;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The text of a JSON number: a whole one where it is written as one and fits 64 bits. */
final class JsonNumber {

  /** A sign and eighteen digits always fit a long. */
  private static final int SURELY_LONG = 19;

  private JsonNumber() {}

  /**
   * The number, or null where it is out of bounds: asked for each number of a request.
   *
   * @param text a number by the grammar of JSON
   */
  static @Nullable Value read(String text) {
    boolean whole = text.indexOf('e') < 0 && text.indexOf('E') < 0 && text.indexOf('.') < 0;
    if (whole && text.length() < SURELY_LONG) {
      return new Value.Whole(Long.parseLong(text));
    }
    BigDecimal number = DecimalText.ofNumber(text);
    if (number == null) {
      return null;
    }
    return whole && fitsLong(number)
        ? new Value.Whole(number.longValueExact())
        : new Value.Decimal(number);
  }

  private static boolean fitsLong(BigDecimal whole) {
    return whole.unscaledValue().bitLength() < Long.SIZE;
  }
}
