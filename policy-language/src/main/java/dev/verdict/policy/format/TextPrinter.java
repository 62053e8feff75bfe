package dev.verdict.policy.format;

import dev.verdict.policy.format.Layout.Text;
import dev.verdict.policy.yaml.YamlOutline.Kind;
import java.util.ArrayList;
import java.util.List;

/** How single values are written. Line breaks stay where the author made them. */
final class TextPrinter {

  private TextPrinter() {}

  /** A key, in one line. */
  static String key(Text text, boolean inFlow) {
    return fitsLine(text) && !text.isAbsent() ? oneLine(text, inFlow) : Quotes.quoted(text.value());
  }

  /** Whether the value can be written in one line and still be recognised by its author. */
  static boolean fitsLine(Text text) {
    boolean broken = text.source().indexOf('\n') >= 0;
    return switch (text.style()) {
      case PLAIN, SINGLE_QUOTED -> text.value().indexOf('\n') < 0;
      case DOUBLE_QUOTED -> !broken || (isUnescaped(text) && text.value().indexOf('\n') < 0);
      case LITERAL, FOLDED -> false;
      case BLOCK_LIST, FLOW_LIST, BLOCK_MAPPING, FLOW_MAPPING, END ->
          throw new IllegalArgumentException("style: " + text.style() + " (expected: of a text)");
    };
  }

  /** A value for which {@link #fitsLine} holds. */
  static String oneLine(Text text, boolean inFlow) {
    if (text.style() == Kind.PLAIN) {
      return text.value();
    }
    if (text.style() == Kind.DOUBLE_QUOTED && !isUnescaped(text)) {
      return text.source();
    }
    return Quotes.areNeedless(text.value(), inFlow) ? text.value() : Quotes.quoted(text.value());
  }

  /**
   * The lines of a value.
   *
   * @param indentation of the lines but the first
   * @param step how much of this is its own, and not that of what it stands in
   */
  static List<String> lines(Text text, int indentation, int step) {
    if (text.style() == Kind.LITERAL || text.style() == Kind.FOLDED) {
      BlockText block = BlockText.of(text, step);
      var lines = new ArrayList<String>(List.of(block.header()));
      block.lines().forEach(line -> lines.add(indented(line, indentation)));
      return lines;
    }
    boolean broken = text.source().indexOf('\n') >= 0;
    return fitsLine(text) && (!broken || text.inFlow())
        ? List.of(oneLine(text, false))
        : folded(text.source().split("\n", -1), indentation);
  }

  private static List<String> folded(String[] source, int indentation) {
    var lines = new ArrayList<String>();
    for (int i = 0; i < source.length; i++) {
      String line = i == source.length - 1 ? source[i] : withoutBlanksBehind(source[i]);
      lines.add(i == 0 ? line : indented(Lines.withoutBlanksBefore(line), indentation));
    }
    return lines;
  }

  /** Less the blanks at the end that YAML does not count: one behind a backslash counts. */
  private static String withoutBlanksBehind(String line) {
    String stripped = Lines.withoutBlanksBehind(line);
    int backslashes = 0;
    while (backslashes < stripped.length()
        && stripped.charAt(stripped.length() - 1 - backslashes) == '\\') {
      backslashes++;
    }
    return backslashes % 2 == 0 || stripped.equals(line)
        ? stripped
        : line.substring(0, stripped.length() + 1);
  }

  private static String indented(String line, int indentation) {
    return line.isEmpty() ? "" : " ".repeat(indentation) + line;
  }

  private static boolean isUnescaped(Text text) {
    return text.source().indexOf('\\') < 0;
  }
}
