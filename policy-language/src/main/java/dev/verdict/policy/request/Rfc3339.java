package dev.verdict.policy.request;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * Reads timestamps of RFC 3339 §5.6 with their offset: {@code 2026-01-01T09:30:00.5+01:00}.
 *
 * <p>{@code t} and {@code z} are taken too, no blank in their place. Seconds are always there. Of a
 * second nine digits count, and behind them only zeros may stand, as nothing is rounded. No leap
 * second: no clock we could compare with has one. Throws nothing, because requests hold these.
 */
public final class Rfc3339 {

  private static final int[] POWERS_OF_TEN = {
    1_000_000_000, 100_000_000, 10_000_000, 1_000_000, 100_000, 10_000, 1_000, 100, 10, 1
  };
  private static final int SECONDS_END = 19;
  private static final int MAX_FRACTION = 9;

  private Rfc3339() {}

  /** The instant, or null where the text is no such timestamp. */
  public static @Nullable Instant parse(String text) {
    if (text.length() <= SECONDS_END || !hasSeparators(text)) {
      return null;
    }
    int fractionEnd = fractionEnd(text);
    int offset = fractionEnd < 0 ? Integer.MIN_VALUE : offsetSeconds(text, fractionEnd);
    int year = number(text, 0, 4);
    int month = number(text, 5, 7);
    int day = number(text, 8, 10);
    int hour = number(text, 11, 13);
    int minute = number(text, 14, 16);
    int second = number(text, 17, SECONDS_END);
    if (offset == Integer.MIN_VALUE
        || !isDate(year, month, day)
        || !isTime(hour, minute)
        || second < 0
        || second > 59) {
      return null;
    }
    long seconds =
        LocalDate.of(year, month, day).toEpochDay() * 86_400L
            + hour * 3_600L
            + minute * 60L
            + second
            - offset;
    return Instant.ofEpochSecond(seconds, nanoseconds(text, fractionEnd));
  }

  private static boolean hasSeparators(String text) {
    return text.charAt(4) == '-'
        && text.charAt(7) == '-'
        && (text.charAt(10) == 'T' || text.charAt(10) == 't')
        && text.charAt(13) == ':'
        && text.charAt(16) == ':';
  }

  /** Where the fraction of a second ends, if any; -1 where it is not well-formed. */
  private static int fractionEnd(String text) {
    if (text.charAt(SECONDS_END) != '.') {
      return SECONDS_END;
    }
    int end = SECONDS_END + 1;
    while (end < text.length()
        && isDigit(text.charAt(end))
        && (end <= SECONDS_END + MAX_FRACTION || text.charAt(end) == '0')) {
      end++;
    }
    return end > SECONDS_END + 1 ? end : -1;
  }

  private static int nanoseconds(String text, int fractionEnd) {
    int digits = Math.min(fractionEnd - SECONDS_END - 1, MAX_FRACTION);
    return digits < 1
        ? 0
        : number(text, SECONDS_END + 1, SECONDS_END + 1 + digits) * POWERS_OF_TEN[digits];
  }

  /** What the text ends with, east of Greenwich; the least integer where it is no offset. */
  private static int offsetSeconds(String text, int from) {
    if (text.length() == from + 1 && (text.charAt(from) == 'Z' || text.charAt(from) == 'z')) {
      return 0;
    }
    if (text.length() != from + 6 || text.charAt(from + 3) != ':') {
      return Integer.MIN_VALUE;
    }
    int hours = number(text, from + 1, from + 3);
    int minutes = number(text, from + 4, from + 6);
    if (!isTime(hours, minutes)) {
      return Integer.MIN_VALUE;
    }
    int seconds = hours * 3_600 + minutes * 60;
    return switch (text.charAt(from)) {
      case '+' -> seconds;
      case '-' -> -seconds;
      default -> Integer.MIN_VALUE;
    };
  }

  private static boolean isDate(int year, int month, int day) {
    return year >= 0
        && month >= 1
        && month <= 12
        && day >= 1
        && day <= (month == 2 && !Year.isLeap(year) ? 28 : YearMonth.of(4, month).lengthOfMonth());
  }

  private static boolean isTime(int hour, int minute) {
    return hour >= 0 && hour <= 23 && minute >= 0 && minute <= 59;
  }

  /** The digits of a stretch of text, at most nine, as a number; -1 where there is another sign. */
  private static int number(String text, int from, int to) {
    int number = 0;
    for (int i = from; i < to; i++) {
      if (!isDigit(text.charAt(i))) {
        return -1;
      }
      number = number * 10 + text.charAt(i) - '0';
    }
    return number;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
