package dev.verdict.policy.function;

/**
 * Whether a text holds another, in time linear in both and without memory of its own: the two-way
 * search of Crochemore and Perrin ("Two-way string-matching", 1991). {@link String#contains}
 * compares up to each character of the one with each of the other, such as {@code aaa..ab} in
 * {@code aaa..a}.
 */
final class TextSearch {

  /** Up to here {@link String#contains} is faster, and bounded by so many times the text. */
  private static final int SHORT = 8;

  private final CharSequence text;
  private final CharSequence part;

  private TextSearch(CharSequence text, CharSequence part) {
    this.text = text;
    this.part = part;
  }

  static boolean contains(String text, String part) {
    boolean simple = part.length() <= SHORT || part.length() >= text.length();
    return simple ? text.contains(part) : found(text, part);
  }

  /**
   * The two-way search alone.
   *
   * @param part shorter than the text, and not empty
   */
  static boolean found(CharSequence text, CharSequence part) {
    return new TextSearch(text, part).found();
  }

  private boolean found() {
    Suffix rising = maximalSuffix(/* rising= */ true);
    Suffix falling = maximalSuffix(/* rising= */ false);
    Suffix critical = rising.before > falling.before ? rising : falling;
    return repeats(critical.before + 1, critical.period)
        ? foundPeriodic(critical)
        : foundAperiodic(critical.before);
  }

  /**
   * The end of the part that is the largest in an order of characters.
   *
   * @param before the place before its first character; -1 where it is the whole part
   * @param period of the suffix
   */
  private record Suffix(int before, int period) {}

  private Suffix maximalSuffix(boolean rising) {
    int before = -1;
    int start = 0;
    int offset = 1;
    int period = 1;
    while (start + offset < part.length()) {
      int order = part.charAt(start + offset) - part.charAt(before + offset);
      if (order == 0) {
        boolean whole = offset == period;
        start += whole ? period : 0;
        offset = whole ? 1 : offset + 1;
      } else if ((order < 0) == rising) {
        start += offset;
        offset = 1;
        period = start - before;
      } else {
        before = start++;
        offset = 1;
        period = 1;
      }
    }
    return new Suffix(before, period);
  }

  /** Whether the part begins with so many characters that come again after a period. */
  private boolean repeats(int length, int period) {
    if (period + length > part.length()) {
      return false;
    }
    int i = 0;
    while (i < length && part.charAt(i) == part.charAt(period + i)) {
      i++;
    }
    return i == length;
  }

  /** Remembers how much of a part that repeats itself is known to match after a shift. */
  private boolean foundPeriodic(Suffix critical) {
    int known = -1;
    for (int at = 0; at <= text.length() - part.length(); ) {
      int mismatch = mismatchBehind(Math.max(critical.before, known), at);
      if (mismatch < part.length()) {
        at += mismatch - critical.before;
        known = -1;
      } else if (matchesBack(critical.before, known, at)) {
        return true;
      } else {
        at += critical.period;
        known = part.length() - critical.period - 1;
      }
    }
    return false;
  }

  private boolean foundAperiodic(int before) {
    int shift = Math.max(before + 1, part.length() - before - 1) + 1;
    for (int at = 0; at <= text.length() - part.length(); ) {
      int mismatch = mismatchBehind(before, at);
      if (mismatch < part.length()) {
        at += mismatch - before;
      } else if (matchesBack(before, -1, at)) {
        return true;
      } else {
        at += shift;
      }
    }
    return false;
  }

  /** The first place of the part behind another where the text differs; its length for none. */
  private int mismatchBehind(int place, int at) {
    int i = place + 1;
    while (i < part.length() && part.charAt(i) == text.charAt(at + i)) {
      i++;
    }
    return i;
  }

  /** Whether the text has the part from a place back to where it is known to match. */
  private boolean matchesBack(int from, int known, int at) {
    int i = from;
    while (i > known && part.charAt(i) == text.charAt(at + i)) {
      i--;
    }
    return i <= known;
  }
}
