package dev.verdict.policy.fuzz;

import java.util.List;
import java.util.Random;

/** Makes new texts of known ones: by characters, words, lines, and by pieces of other texts. */
final class Mutator {

  private static final List<String> ODD =
      List.of(
          "",
          "\u0000",
          "\t",
          "\n",
          "\r\n",
          "\u0085",
          "\u2028",
          "\ufeff",
          "\ud83d\ude00",
          "\ud800",
          "é",
          "'",
          "\"",
          "''",
          "\"\"",
          "\\",
          "\\u0000",
          "\\x0",
          "#",
          " #",
          "- ",
          ": ",
          ", ",
          "? ",
          "| ",
          "|+9",
          ">-",
          "&a ",
          "*a",
          "!!str ",
          "!x ",
          "<<: ",
          "%YAML 1.2",
          "---",
          "...",
          "[",
          "]",
          "{",
          "}",
          "{}",
          "[]",
          "(",
          ")",
          "((((",
          "!!!!",
          "&&",
          "||",
          "==",
          "!=",
          "<=",
          "=~",
          "=^",
          "=$",
          "??",
          "?.",
          "?:",
          ".",
          "..",
          "-",
          "*",
          "+",
          "~",
          "null",
          "true",
          "yes",
          ".inf",
          ".nan",
          "0",
          "-1",
          "1e999999999",
          "0x7f",
          "0o17",
          "9223372036854775807",
          "-9223372036854775808",
          "9223372036854775808",
          "0.1",
          "1_000",
          "2026-01-01",
          "2026-01-01T00:00:00Z",
          "2026-12-31T23:59:60Z",
          "+999999999-12-31T23:59:59Z",
          "PT15M",
          "P1D",
          "P999999999999D",
          "10.0.0.0/8",
          "::ffff:10.0.0.1",
          "fe80::1%eth0",
          "256.0.0.1",
          "[[[[[[[[[[[[[[[[[[[[[[[[",
          "a".repeat(300),
          "'" + "x".repeat(5_000) + "'");

  private final Random random;
  private final List<String> words;

  /**
   * @param words of the languages that the texts are written in
   */
  Mutator(Random random, List<String> words) {
    this.random = random;
    this.words = words;
  }

  /** One to a few changes to a text. */
  String mutate(String text, String other) {
    String result = text;
    int changes = 1 + random.nextInt(1 + random.nextInt(6));
    for (int i = 0; i < changes; i++) {
      result = change(result, other);
    }
    return result;
  }

  private String change(String text, String other) {
    int from = random.nextInt(text.length() + 1);
    int to = Math.min(text.length(), from + 1 + random.nextInt(1 + random.nextInt(40)));
    String piece = text.substring(from, to);
    return switch (random.nextInt(12)) {
      case 0 -> replace(text, from, to, "");
      case 1 -> replace(text, from, from, pick(ODD));
      case 2 -> replace(text, from, to, pick(ODD));
      case 3 -> replace(text, from, from, pick(words));
      case 4 -> replaceWord(text, from, pick(words));
      case 5 -> replaceWord(text, from, pick(ODD));
      case 6 -> replace(text, from, from, piece);
      case 7 -> replace(text, from, to, piece.repeat(1 + random.nextInt(30)));
      case 8 -> replace(text, from, to, pieceOf(other));
      case 9 -> moveLine(text, from);
      case 10 -> duplicateLine(text, from);
      default -> flip(text, from);
    };
  }

  private static String replace(String text, int from, int to, String by) {
    return text.substring(0, from) + by + text.substring(to);
  }

  private String replaceWord(String text, int at, String by) {
    int from = at;
    while (from > 0 && Character.isLetterOrDigit(text.charAt(from - 1))) {
      from--;
    }
    int to = at;
    while (to < text.length() && Character.isLetterOrDigit(text.charAt(to))) {
      to++;
    }
    return replace(text, from, to, by);
  }

  private String pieceOf(String other) {
    int from = random.nextInt(other.length() + 1);
    return other.substring(from, Math.min(other.length(), from + random.nextInt(200)));
  }

  private String moveLine(String text, int at) {
    String line = line(text, at);
    String without = text.replace(line, "");
    int to = without.indexOf('\n', random.nextInt(without.length() + 1)) + 1;
    return replace(without, to, to, line);
  }

  private static String duplicateLine(String text, int at) {
    int end = text.indexOf('\n', at) + 1;
    return replace(text, end, end, line(text, at));
  }

  private static String line(String text, int at) {
    int start = text.lastIndexOf('\n', Math.max(0, at - 1)) + 1;
    int end = text.indexOf('\n', start) + 1;
    return text.substring(start, end > start ? end : text.length());
  }

  private String flip(String text, int at) {
    if (at >= text.length()) {
      return text + (char) random.nextInt(0x80);
    }
    return replace(
        text, at, at + 1, String.valueOf((char) (text.charAt(at) ^ (1 << random.nextInt(7)))));
  }

  private String pick(List<String> list) {
    return list.get(random.nextInt(list.size()));
  }
}
