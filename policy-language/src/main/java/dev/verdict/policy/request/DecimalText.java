package dev.verdict.policy.request;

import dev.verdict.policy.limit.Limit;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The text of a number from outside, in the grammar of JSON (RFC 8259 §6) whichever way it came.
 *
 * <p>Bounded, since arithmetic on {@code 1e999999999} takes hours and its digits fill the memory;
 * and to what a double can hold, since other readers of the same number have nothing larger (RFC
 * 7493 §2.2).
 */
public final class DecimalText {

  /** Most significant digits. */
  public static final int MAX_DIGITS = Limit.DECIMAL_DIGITS.standard();

  /** Largest power of ten that may be written, either way. */
  public static final int MAX_EXPONENT = 400;

  /** Sign, zero, point, {@code e}, sign and three digits on top of the digits themselves. */
  public static final int MAX_LENGTH = MAX_DIGITS + 8;

  private static final int MAX_EXPONENT_DIGITS = 3;

  /** The largest double is above ten to this power. */
  private static final int SURELY_DOUBLE = 308;

  private static final Pattern NUMBER =
      Pattern.compile("-?(?:0|[1-9][0-9]*+)(?:\\.[0-9]++)?(?:[eE][+-]?[0-9]++)?");

  private DecimalText() {}

  /** The number, or null where the text is none or a larger one than is taken. */
  public static @Nullable BigDecimal read(String text) {
    return text.length() <= MAX_LENGTH && NUMBER.matcher(text).matches() ? ofNumber(text) : null;
  }

  /**
   * The same for a text of which the grammar is known to be right: asked for each number of a JSON
   * document, so it is not looked at again.
   */
  public static @Nullable BigDecimal ofNumber(String text) {
    if (text.length() > MAX_LENGTH || !exponentIsBounded(text)) {
      return null;
    }
    var number = new BigDecimal(text);
    return number.precision() <= MAX_DIGITS && fitsDouble(number) ? number : null;
  }

  /** Every number below ten to the power of 308 does; only larger ones are converted to see it. */
  private static boolean fitsDouble(BigDecimal number) {
    return number.precision() - number.scale() <= SURELY_DOUBLE
        || !Double.isInfinite(number.doubleValue());
  }

  private static boolean exponentIsBounded(String text) {
    int mark = Math.max(text.indexOf('e'), text.indexOf('E'));
    if (mark < 0) {
      return true;
    }
    char first = text.charAt(mark + 1);
    int start = first == '+' || first == '-' ? mark + 2 : mark + 1;
    return text.length() - start <= MAX_EXPONENT_DIGITS
        && Integer.parseInt(text, start, text.length(), 10) <= MAX_EXPONENT;
  }
}
