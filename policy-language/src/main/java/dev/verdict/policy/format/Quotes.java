package dev.verdict.policy.format;

import java.util.Locale;
import java.util.Set;

/** Which quotes a text of one line needs, and that text in them. */
final class Quotes {

  /** Words that are no text to us or to readers of YAML 1.1. */
  private static final Set<String> TYPED =
      Set.of("null", "true", "false", "yes", "no", "on", "off", "y", "n");

  private Quotes() {}

  /**
   * Whether the author's quotes may go. More texts could do without than those for which this says
   * so, but who puts a number or a date in quotes has a reason.
   *
   * @param inFlow whether it is to stand in brackets
   */
  static boolean areNeedless(String value, boolean inFlow) {
    return !value.isEmpty()
        && mayBegin(value.codePointAt(0))
        && value.codePoints().allMatch(c -> isPlain(c, inFlow))
        && !value.contains(": ")
        && !value.endsWith(":")
        && !value.endsWith(" ")
        && !TYPED.contains(value.toLowerCase(Locale.ROOT));
  }

  private static boolean mayBegin(int codePoint) {
    return Character.isLetter(codePoint)
        || codePoint == '_'
        || codePoint == '/'
        || codePoint == '(';
  }

  private static boolean isPlain(int codePoint, boolean inFlow) {
    return switch (codePoint) {
      case '#' -> false;
      case ',', '[', ']', '{', '}' -> !inFlow;
      default ->
          codePoint == ' '
              || (codePoint > ' ' && codePoint < 0x7F)
              || Character.isLetterOrDigit(codePoint);
    };
  }

  /** In the quotes that need no escape, double ones at best. */
  static String quoted(String value) {
    if (value.chars().anyMatch(c -> c < ' ' && c != '\t')) {
      return escaped(value);
    }
    return value.indexOf('"') < 0 && value.indexOf('\\') < 0
        ? '"' + value + '"'
        : "'" + value.replace("'", "''") + "'";
  }

  private static String escaped(String value) {
    var text = new StringBuilder("\"");
    for (int i = 0; i < value.length(); i++) {
      char unit = value.charAt(i);
      if (unit == '"' || unit == '\\') {
        text.append('\\').append(unit);
      } else if (unit == '\n') {
        text.append("\\n");
      } else if (unit < ' ') {
        text.append(String.format(Locale.ROOT, "\\x%02x", (int) unit));
      } else {
        text.append(unit);
      }
    }
    return text.append('"').toString();
  }
}
