package dev.verdict.policy.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * YAML as the worst of authors writes it: every style, odd indentation, comments and blank lines
 * wherever they may stand, and sometimes where they may not. Each comment has a number of its own.
 */
final class RandomYaml {

  private static final List<String> WORDS =
      List.of(
          "a",
          "read",
          "invoices:read",
          "12",
          "1.50",
          "true",
          "No",
          "null",
          "~",
          "-1",
          "x y",
          "é",
          "it's",
          "2026-01-01",
          "a#b",
          "$",
          "(a)",
          "/p/{id}",
          "resource.owner == subject.id",
          "a  b",
          "\uD83D\uDE00",
          "*",
          "- x",
          "a: b",
          "x # y",
          "\"",
          "\\",
          "a,b",
          "[",
          "end:",
          "say \"hi\"",
          " lead",
          "trail ",
          "C:\\dir",
          "=",
          "<<",
          "...",
          "---",
          "?",
          "");

  private final Random random;
  private final StringBuilder out = new StringBuilder();
  private int comments;

  private RandomYaml(long seed) {
    random = new Random(seed);
  }

  static String document(long seed) {
    var yaml = new RandomYaml(seed);
    yaml.noise(0);
    if (yaml.one(10)) {
      yaml.out.append("---").append(yaml.one(2) ? yaml.comment() : "").append('\n');
    }
    yaml.root();
    yaml.noise(0);
    if (yaml.one(12)) {
      yaml.out.append("...\n").append(yaml.one(2) ? "# " + yaml.nextComment() : "");
    }
    String text = yaml.out.toString();
    return yaml.one(15) ? text.replace("\n", "\r\n") : text;
  }

  private void root() {
    int indentation = one(8) ? random.nextInt(4) : 0;
    switch (random.nextInt(12)) {
      case 0 -> {
        scalar(-1, false);
        endLine();
      }
      case 1 -> {
        flow(0, 1);
        endLine();
      }
      case 2, 3, 4 -> list(indentation, 0, false);
      default -> mapping(indentation, 0, false);
    }
  }

  private void mapping(int indentation, int depth, boolean started) {
    int size = 1 + random.nextInt(depth == 0 ? 5 : 3);
    for (int i = 0; i < size; i++) {
      if (i > 0 || !started) {
        noise(indentation);
        out.append(" ".repeat(indentation));
      }
      if (one(20)) {
        out.append("? ");
        key(i);
        endLine();
        out.append(" ".repeat(indentation)).append(':');
      } else {
        key(i);
        out.append(one(10) ? " :" : ":");
      }
      value(indentation, depth, true);
    }
  }

  private void list(int indentation, int depth, boolean started) {
    int size = 1 + random.nextInt(4);
    for (int i = 0; i < size; i++) {
      if (i > 0 || !started) {
        noise(indentation);
        out.append(" ".repeat(indentation));
      }
      out.append('-');
      value(indentation, depth, false);
    }
  }

  private void value(int indentation, int depth, boolean ofMapping) {
    int kind = random.nextInt(depth > 3 ? 6 : 10);
    if (kind < 4) {
      out.append(one(4) ? "   " : " ");
      if (one(8)) {
        out.append(comment()).append('\n').append(" ".repeat(indentation + 1 + random.nextInt(3)));
      }
      scalar(indentation, false);
      endLine();
    } else if (kind < 6) {
      out.append(' ');
      flow(indentation, depth + 1);
      endLine();
    } else if (!ofMapping && one(2)) {
      int blanks = 1 + random.nextInt(3);
      out.append(" ".repeat(blanks));
      block(indentation + 1 + blanks, depth + 1, true);
    } else {
      out.append(one(3) ? comment() : "").append(one(6) ? "  " : "").append('\n');
      int inner = indentation + 1 + random.nextInt(4);
      if (ofMapping && one(3)) {
        list(one(2) ? indentation : inner, depth + 1, false);
      } else {
        block(inner, depth + 1, false);
      }
    }
  }

  private void block(int indentation, int depth, boolean started) {
    if (one(3)) {
      list(indentation, depth, started);
    } else {
      mapping(indentation, depth, started);
    }
  }

  private void flow(int indentation, int depth) {
    boolean mapping = one(2);
    out.append(mapping ? '{' : '[');
    int size = random.nextInt(one(6) ? 12 : 4);
    for (int i = 0; i < size; i++) {
      flowSpace(indentation);
      if (mapping || one(15)) {
        key(i);
        out.append(": ");
        flowSpace(indentation);
      }
      if (depth < 4 && one(6)) {
        flow(indentation, depth + 1);
      } else {
        scalar(indentation, true);
      }
      flowSpace(indentation);
      out.append(i < size - 1 || one(6) ? "," : "");
    }
    flowSpace(indentation);
    out.append(mapping ? '}' : ']');
  }

  private void flowSpace(int indentation) {
    if (one(3)) {
      out.append(' ');
    }
    if (one(8)) {
      out.append(one(3) ? comment() : "")
          .append(one(4) ? "\n\n" : "\n")
          .append(" ".repeat(indentation + 1 + random.nextInt(6)));
    }
  }

  private void key(int number) {
    String name = "k" + number + (one(10) ? " " + word() : "");
    switch (random.nextInt(8)) {
      case 0 ->
          out.append('"').append(name.replace("\\", "\\\\").replace("\"", "\\\"")).append('"');
      case 1 -> out.append('\'').append(name.replace("'", "''")).append('\'');
      default -> out.append("k").append(number);
    }
  }

  private void scalar(int indentation, boolean inFlow) {
    String more = "\n" + (one(5) ? "\n" : "") + " ".repeat(indentation + 1 + random.nextInt(5));
    switch (random.nextInt(inFlow ? 8 : 10)) {
      case 0, 1, 2 -> out.append(plainWord());
      case 3 -> out.append(plainWord()).append(one(2) ? more : " ").append("b ").append("c");
      case 4 -> out.append('\'').append(word().replace("'", "''")).append('\'');
      case 5 ->
          out.append('"').append(word().replace("\\", "\\\\").replace("\"", "\\\"")).append('"');
      case 6 ->
          out.append("\"one")
              .append(one(3) ? "\\ " : "  ")
              .append(more)
              .append(one(3) ? "\\u00e9 \\" : "two")
              .append(more)
              .append(one(3) ? "\\  three" : "three")
              .append('"');
      case 7 -> out.append("'one ").append(one(2) ? more : "").append("''two '");
      default -> blockScalar(indentation);
    }
  }

  private void blockScalar(int indentation) {
    int step = 1 + random.nextInt(4);
    boolean indicated = one(4);
    out.append(one(2) ? '|' : '>')
        .append(indicated ? String.valueOf(indentation < 0 ? step + 1 : step) : "")
        .append(List.of("", "-", "+").get(random.nextInt(3)))
        .append(one(6) ? comment() : "");
    String blanks = " ".repeat(Math.max(1, indentation + step + (indentation < 0 ? 1 : 0)));
    for (int i = random.nextInt(5); i > 0; i--) {
      out.append('\n');
      if (!one(4)) {
        out.append(blanks)
            .append(one(6) && (indicated || i < 3) ? " ".repeat(1 + random.nextInt(3)) : "")
            .append(one(8) ? "# no comment" : one(8) ? "\ttab" : "line " + i)
            .append(one(10) ? "  " : "");
      }
    }
    out.append("\n\n".repeat(random.nextInt(2)));
  }

  private String plainWord() {
    return List.of("a", "read", "12", "true", "null", "x y", "invoices:read", "é", "it's", "a#b")
        .get(random.nextInt(10));
  }

  private String word() {
    return WORDS.get(random.nextInt(WORDS.size()));
  }

  private void endLine() {
    out.append(one(5) ? comment() : one(10) ? "  " : "").append('\n');
  }

  /** Blank lines and comments on lines of their own. */
  private void noise(int indentation) {
    var lines = new ArrayList<String>();
    for (int i = random.nextInt(4); i > 1; i--) {
      int column = one(3) ? random.nextInt(8) : indentation;
      lines.add(one(2) ? " ".repeat(one(3) ? 3 : 0) : " ".repeat(column) + "# " + nextComment());
    }
    lines.forEach(line -> out.append(line).append('\n'));
  }

  private String comment() {
    return " ".repeat(1 + random.nextInt(3)) + "# " + nextComment();
  }

  private String nextComment() {
    return "c" + comments++ + ".";
  }

  private boolean one(int of) {
    return random.nextInt(of) == 0;
  }
}
