package dev.verdict.policy.schema;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Reads durations of ISO 8601 that are an exact time: {@code P1DT12H}, {@code PT0.5S}, {@code P2W}.
 *
 * <p>Strict: capital letters in their order, each once, weeks by themselves, a fraction of at most
 * nine digits on seconds only, and at most one sign, before the {@code P}. A day has 24 hours and a
 * week seven days; months and years have no length and are refused. At most 10,000 years. Throws
 * nothing, because requests hold these. For one text.
 */
public final class Iso8601Duration {

  private static final String UNITS = "WDHMS";
  private static final long[] UNIT_SECONDS = {604_800, 86_400, 3_600, 60, 1};
  private static final int WEEKS = 0;
  private static final int HOURS = 2;
  private static final int SECONDS = 4;
  private static final int MAX_DIGITS = 12;
  private static final int MAX_FRACTION = 9;

  private final String text;
  private int position;
  private long seconds;
  private int nanoseconds;
  private boolean inTime;
  private boolean negative;

  /** The unit that was read last; -1 before the first. */
  private int unit = -1;

  private Iso8601Duration(String text) {
    this.text = text;
  }

  /** The duration, or null where the text is none. */
  public static @Nullable Duration parse(String text) {
    var reader = new Iso8601Duration(text);
    if (!reader.read()) {
      return null;
    }
    var length = Duration.ofSeconds(reader.seconds, reader.nanoseconds);
    Duration duration = reader.negative ? length.negated() : length;
    return TimeLimits.holds(duration) ? duration : null;
  }

  private boolean read() {
    negative = take('-');
    if (!take('P')) {
      return false;
    }
    while (position < text.length()) {
      if (take('T')) {
        if (inTime) {
          return false;
        }
        inTime = true;
      }
      if (!readPart()) {
        return false;
      }
    }
    return unit >= 0;
  }

  private boolean readPart() {
    long number = readDigits(MAX_DIGITS);
    boolean fraction = number >= 0 && take('.');
    if (number < 0 || (fraction && !readFraction()) || position == text.length()) {
      return false;
    }
    int read = UNITS.indexOf(text.charAt(position++));
    if (read <= unit
        || unit == WEEKS
        || (read >= HOURS) != inTime
        || (fraction && read < SECONDS)) {
      return false;
    }
    unit = read;
    seconds += number * UNIT_SECONDS[read];
    return true;
  }

  private boolean readFraction() {
    int start = position;
    long digits = readDigits(MAX_FRACTION);
    for (int i = position - start; i < MAX_FRACTION; i++) {
      digits *= 10;
    }
    nanoseconds = (int) digits;
    return digits >= 0;
  }

  /** Digits as a number; -1 where there are none or too many. */
  private long readDigits(int most) {
    int start = position;
    long number = 0;
    while (position < text.length() && isDigit(text.charAt(position)) && position - start <= most) {
      number = number * 10 + text.charAt(position++) - '0';
    }
    int digits = position - start;
    return digits >= 1 && digits <= most ? number : -1;
  }

  private boolean take(char expected) {
    boolean found = position < text.length() && text.charAt(position) == expected;
    position += found ? 1 : 0;
    return found;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
