package dev.verdict.server.door.grpc;

import dev.verdict.policy.limit.Limit;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The text of a decimal number. Bounded, since arithmetic on {@code 1e999999999} takes hours and
 * its digits fill the memory.
 */
final class DecimalText {

  /** Most digits of one number. */
  static final int MAX_DIGITS = Limit.DECIMAL_DIGITS.standard();

  /** Largest power of ten that may be written, either way. */
  static final int MAX_EXPONENT = 400;

  /** Sign, digits, point, {@code e}, sign and three digits on top of the digits themselves. */
  private static final int MAX_LENGTH = MAX_DIGITS + 8;

  private static final Pattern NUMBER =
      Pattern.compile("[+-]?[0-9]++(\\.[0-9]++)?([eE][+-]?[0-9]{1,3})?");

  private DecimalText() {}

  /** The number; empty where the text is none, or a larger one than is taken. */
  static Optional<BigDecimal> parse(String text) {
    if (text.length() > MAX_LENGTH || !NUMBER.matcher(text).matches()) {
      return Optional.empty();
    }
    var number = new BigDecimal(text);
    boolean bounded =
        number.precision() <= MAX_DIGITS
            && Math.abs(number.scale()) <= MAX_EXPONENT + MAX_DIGITS
            && exponent(text) <= MAX_EXPONENT;
    return bounded ? Optional.of(number) : Optional.empty();
  }

  private static int exponent(String text) {
    int mark = Math.max(text.indexOf('e'), text.indexOf('E'));
    return mark < 0 ? 0 : Math.abs(Integer.parseInt(text.substring(mark + 1)));
  }
}
