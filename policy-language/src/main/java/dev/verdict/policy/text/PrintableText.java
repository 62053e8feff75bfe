package dev.verdict.policy.text;

/**
 * Text of an author or a caller made fit for a terminal or a log: one line, of bounded length, in
 * which nothing moves the cursor, changes colours or turns the reading direction.
 */
public final class PrintableText {

  private static final int REPLACEMENT = 0xFFFD;

  private PrintableText() {}

  /** The text on one line, cut after so many code points. */
  public static String of(String text, int maxLength) {
    int[] codePoints = text.codePoints().limit(maxLength + 1L).map(PrintableText::of).toArray();
    return codePoints.length <= maxLength
        ? new String(codePoints, 0, codePoints.length)
        : new String(codePoints, 0, maxLength) + "...";
  }

  /** The code point itself, a blank for white space, or a sign that something was there. */
  public static int of(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL -> Character.isWhitespace(codePoint) ? ' ' : REPLACEMENT;
      case Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          REPLACEMENT;
      default -> codePoint;
    };
  }
}
