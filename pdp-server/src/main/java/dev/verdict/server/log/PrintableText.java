package dev.verdict.server.log;

/** Makes what comes from outside fit for a line of a log or a terminal. */
public final class PrintableText {

  private static final int MAX = 300;

  private PrintableText() {}

  public static boolean isPrintable(String text) {
    return text.chars().noneMatch(Character::isISOControl);
  }

  /**
   * The same within quotes, as the value of a field of a log line: no value can end before them.
   */
  public static String quoted(String text) {
    return '"' + of(text).replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  /** The text with control characters replaced, cut where it is very long. */
  public static String of(String text) {
    var line = new StringBuilder();
    text.codePoints()
        .limit(MAX)
        .forEach(c -> line.appendCodePoint(Character.isISOControl(c) ? '?' : c));
    return line.toString();
  }
}
