package dev.verdict.policy.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Texts that are meant to keep a parser of conditions busy. */
final class HostileConditions {

  private static final int MEGABYTE = 1_000_000;

  private static final List<String> WORDS =
      List.of(
          "a",
          "resource.owner",
          "subject.id",
          "context.now",
          "x",
          "true",
          "false",
          "1",
          "12.5",
          "-3",
          "'text'",
          "\"text\"",
          "'",
          "\"",
          "\\",
          "(",
          ")",
          "[",
          "]",
          "{",
          "}",
          "((",
          "))",
          "f(",
          "has(",
          "size(",
          "empty(",
          "empty",
          "any(xs, x, ",
          "matches(a, '",
          ",",
          ".",
          "?.",
          "..",
          "&&",
          "||",
          "!",
          "!!",
          "-",
          "--",
          "+",
          "*",
          "/",
          "%",
          "==",
          "!=",
          "<",
          "<=",
          ">",
          ">=",
          "=~",
          "!~",
          "=^",
          "!^",
          "=$",
          "!$",
          "??",
          "?",
          ":",
          "?:",
          "=",
          "&",
          "|",
          "^",
          "~",
          ";",
          "->",
          "=>",
          "new ",
          "return ",
          "if ",
          "for ",
          "while ",
          "var ",
          "let ",
          "switch ",
          "function",
          "null",
          "NaN",
          "ns:f(",
          "#",
          "@",
          "$",
          "`",
          "${",
          "~/",
          "//",
          "/*",
          "*/",
          "##",
          "\n",
          "\t",
          " ",
          "\u0000",
          "\u00a0",
          "\u2028",
          "\ud800",
          "\ud83d\ude00",
          "é",
          "0x1F",
          "1e9",
          "010",
          "1_000",
          "instanceof ",
          "and ",
          "or ",
          "not ",
          "eq ",
          "in ");

  /** What nests: how it opens, what stands inside, how it closes. */
  private static final List<List<String>> NESTS =
      List.of(
          List.of("(", "a", ")"),
          List.of("[", "1", "]"),
          List.of("{", "1", "}"),
          List.of("(a ? ", "b", " : c)"),
          List.of("a ? ", "b", " : c"),
          List.of("a ? b : ", "c", ""),
          List.of("!", "a", ""),
          List.of("-", "1", ""),
          List.of("!(", "a", ")"),
          List.of("-(", "1", ")"),
          List.of("f(", "a", ")"),
          List.of("f(a, ", "a", ", a)"),
          List.of("size(", "a", ")"),
          List.of("empty(", "a", ")"),
          List.of("any(xs, x, ", "x", ")"),
          List.of("a =~ [", "1", "]"),
          List.of("(a =~ [1, ", "2", "])"),
          List.of("(a == b && (", "a", "))"),
          List.of("(a || b) && (", "a", ") || (c)"),
          List.of("a ?? (", "b", ") ?? c"),
          List.of("m[", "1", "]"),
          List.of("a.b(", "c", ")"),
          List.of("x -> ", "x", ""),
          List.of("(x, y) -> (", "x", ")"),
          List.of("{'a': ", "1", "}"),
          List.of("#(", "a", ")"));

  private static final List<String> CHAINS =
      List.of(
          "a && ",
          "a || ",
          "a == b && ",
          "a + ",
          "a - ",
          "a * ",
          "1 - -",
          "a ?? ",
          "a.",
          "a?.",
          "a, ",
          "'a' + ",
          "a ? b : ",
          "a < ",
          "a =~ ",
          "!a && ",
          "(a) && ",
          "has(a.b) && ",
          "\\",
          "''",
          "' '",
          "\"\"",
          "'\\",
          " ",
          "\n",
          "1",
          "a",
          ".",
          "?",
          ":",
          "=",
          "&",
          "'",
          "(a",
          "a)(",
          "[1]",
          "[1,",
          "[]",
          "{}",
          "][",
          ")(",
          "f()(",
          "f(a)");

  private HostileConditions() {}

  /** Each nest and each chain: as large as it can be without being refused, and far larger. */
  static Stream<String> handMade() {
    var result = new ArrayList<String>();
    for (List<String> nest : NESTS) {
      for (int depth : new int[] {5, 10, 16, 31, 32, 33, 64, 100, 200, 1_000, 50_000}) {
        String open = nest.get(0).repeat(depth);
        String close = nest.get(2).repeat(depth);
        result.add(open + nest.get(1) + close);
        result.add(open + nest.get(1));
        result.add(open);
        result.add(open + nest.get(1) + close + nest.get(2));
      }
    }
    for (String link : CHAINS) {
      for (int length : new int[] {10, 50, 100, 127, 170, 255, 256, 511, 1_000, 4_000}) {
        result.add(link.repeat(length));
        result.add(link.repeat(length) + "a");
        result.add("(".repeat(32) + link.repeat(length) + "a" + ")".repeat(32));
      }
      result.add(link.repeat(MEGABYTE / link.length()));
    }
    result.add("'" + "x".repeat(MEGABYTE));
    result.add("\"" + "\\".repeat(MEGABYTE));
    result.add("a".repeat(MEGABYTE));
    result.add("a /*" + " ".repeat(MEGABYTE));
    return result.stream();
  }

  /** Words and signs in any order, and now and then something of many. */
  static String random(Random random) {
    var text = new StringBuilder();
    int words = 1 + random.nextInt(1 << (1 + random.nextInt(8)));
    for (int i = 0; i < words; i++) {
      String word = WORDS.get(random.nextInt(WORDS.size()));
      text.append(random.nextInt(40) == 0 ? word.repeat(random.nextInt(40)) : word);
      text.append(random.nextInt(3) == 0 ? " " : "");
    }
    return text.toString();
  }

  /** What a condition is made of, in an order that makes sense: most are read. */
  static String plausible(Random random) {
    return plausible(random, 4 + random.nextInt(3));
  }

  private static String plausible(Random random, int depth) {
    if (depth == 0 || random.nextInt(8) == 0) {
      return WORDS.get(random.nextInt(11));
    }
    String left = plausible(random, depth - 1);
    return switch (random.nextInt(7)) {
      case 0 -> "(" + left + ")";
      case 1 -> "!" + left;
      case 2 -> "f(" + left + ", " + plausible(random, depth - 1) + ")";
      case 3 -> left + " ? " + plausible(random, depth - 1) + " : " + plausible(random, depth - 1);
      case 4 -> "[" + left + ", 1]";
      default ->
          left + " " + WORDS.get(37 + random.nextInt(17)) + " " + plausible(random, depth - 1);
    };
  }
}
