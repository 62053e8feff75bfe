package dev.verdict.server.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Random;

/**
 * Random JSON documents, well-formed but for what is now and then just beyond a bound or a rule.
 */
final class RandomJson {

  private static final List<String> CHARACTERS =
      List.of(
          "a",
          "b",
          "\u007f",
          "\u00e9",
          "\u20ac",
          "\ufffe",
          "\ud83d\ude00",
          "\\n",
          "\\/",
          "\\\"",
          "\\u0061",
          "\\u00E9",
          "\\u20ac",
          "\\ud83d\\ude00",
          "\\u0000",
          "\\ud83d",
          "\\ude00");

  private static final List<String> NUMBERS =
      List.of(
          "0",
          "-0",
          "7",
          "-12",
          "999999999999999999",
          "-9223372036854775808",
          "9223372036854775808",
          "1.50",
          "-0.0",
          "1e5",
          "1E+05",
          "12e-3",
          "1e308",
          "1e309",
          "1e-400",
          "1e-401",
          "1".repeat(100),
          "1".repeat(101),
          "0.00000000000000000001",
          "01",
          "1.",
          "-",
          "1e");

  private static final List<String> BLANKS = List.of("", "", "", " ", "\n", "\r\n\t");

  private final Random random;
  private final StringBuilder json = new StringBuilder();

  private RandomJson(Random random) {
    this.random = random;
  }

  static byte[] document(Random random) {
    var made = new RandomJson(random);
    made.object(1);
    return made.json.toString().getBytes(UTF_8);
  }

  private void object(int depth) {
    json.append('{');
    int size = random.nextInt(10) == 0 ? random.nextInt(40) : random.nextInt(5);
    for (int i = 0; i < size; i++) {
      json.append(i == 0 ? "" : ",");
      blank();
      text(i);
      blank();
      json.append(':');
      value(depth);
    }
    blank();
    json.append('}');
  }

  private void list(int depth) {
    json.append('[');
    int size = random.nextInt(4);
    for (int i = 0; i < size; i++) {
      json.append(i == 0 ? "" : ",");
      value(depth);
    }
    blank();
    json.append(']');
  }

  private void value(int depth) {
    blank();
    switch (random.nextInt(depth > 9 ? 8 : 12)) {
      case 0, 1, 2 -> text(random.nextInt(1_000));
      case 3, 4 -> json.append(random.nextInt(-1_000, 1_000));
      case 5 -> json.append(random.nextInt(4) == 0 ? pick(NUMBERS) : "2.25");
      case 6 -> json.append(random.nextBoolean());
      case 7 -> json.append(random.nextInt(3) == 0 ? "null" : "\"\"");
      case 8, 9 -> list(depth + 1);
      default -> object(depth + 1);
    }
    blank();
  }

  /** Mostly different from others of another number. */
  private void text(int number) {
    json.append('"');
    if (random.nextInt(20) > 0) {
      json.append(random.nextInt(9) > 0 ? "name" : "n\\u0061me");
      json.append(random.nextInt(60) > 0 ? number : random.nextInt(number + 1));
    }
    for (int i = random.nextInt(8) == 0 ? random.nextInt(14) : 0; i > 0; i--) {
      json.append(pick(CHARACTERS));
    }
    json.append('"');
  }

  private void blank() {
    json.append(pick(BLANKS));
  }

  private String pick(List<String> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
