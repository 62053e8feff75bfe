package dev.verdict.policy.work;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;

/**
 * The price list: how many steps work costs that grows with what a request holds. All else costs
 * what it counts in the text of a rule. Prices are those of the worst values, such as texts that
 * differ in their last character.
 */
public final class Steps {

  /** To take a value from a request, or to find one in a table. */
  public static final int VALUE = 4;

  /** To read a timestamp, a duration, an address or a range from its text. */
  public static final int PARSED = 32;

  /** Characters that are compared in one step. */
  private static final int COMPARED = 64;

  /** Characters that are hashed, counted or copied in one step. */
  private static final int HASHED = 8;

  /** Digits that a machine word holds: up to here arithmetic costs next to nothing. */
  private static final int WORD_DIGITS = 18;

  /** Steps for each digit of a decimal, for a trailing zero takes a division. */
  private static final int DIGIT = 30;

  /** The square of a number's digits, divided by this, is what arithmetic costs. */
  private static final int SQUARED_DIGITS = 8;

  private Steps() {}

  /** To compare a text with another of the same length. */
  public static long compared(int length) {
    return length / COMPARED;
  }

  /** To hash, to count or to copy a text. */
  public static long hashed(int length) {
    return length / HASHED;
  }

  /** To make another text of one, letter by letter. */
  public static long mapped(int length) {
    return length;
  }

  /** To look for a text in another. */
  public static long searched(int text, int part) {
    return (long) text + 2L * part;
  }

  /**
   * To match a text with a pattern.
   *
   * @param program how many instructions the pattern has, each of which may look at each character
   */
  public static long matched(int program, int length) {
    return 2L * program * length;
  }

  /** To tell whether a value is another one. */
  public static long equal(Object value) {
    if (value instanceof String text) {
      return compared(text.length());
    }
    return value instanceof Collection<?> values ? looked(values) : 0;
  }

  /** To find a value in a table, or to put it there. */
  public static long found(Object value) {
    if (value instanceof String text) {
      return VALUE + hashed(text.length());
    }
    return value instanceof Collection<?> values ? VALUE * (1L + values.size()) : VALUE;
  }

  /** To find each of some values in a table, or to make a table of them. */
  public static long looked(Collection<?> values) {
    long steps = (long) VALUE * values.size();
    for (Object value : values) {
      if (!(value instanceof String text)) {
        // all are of one type, and only texts are long
        return steps;
      }
      steps += hashed(text.length());
    }
    return steps;
  }

  /** To find a value in a set, or one after the other in a list. */
  public static long held(Collection<?> values, Object wanted) {
    return values instanceof List<?> list ? list.size() * (1 + equal(wanted)) : found(wanted);
  }

  /** To sort values that go with a decision. */
  public static long sent(Object value) {
    return value instanceof Collection<?> values ? 4 * looked(values) : 0;
  }

  /** To bring a decimal into the form in which equal ones are equal. */
  public static long normalized(BigDecimal number) {
    int digits = number.precision();
    return digits <= WORD_DIGITS ? VALUE : (long) DIGIT * digits;
  }

  /** To add, to multiply or to compare two decimals, which may have to be written out first. */
  public static long reckoned(BigDecimal first, BigDecimal second) {
    long digits =
        (long) first.precision()
            + second.precision()
            + Math.abs((long) first.scale() - second.scale());
    return digits <= WORD_DIGITS ? 0 : digits * digits / SQUARED_DIGITS;
  }
}
