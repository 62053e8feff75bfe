package dev.verdict.policy.format;

import dev.verdict.policy.yaml.YamlOutline.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * A text after {@code |} or {@code >} (YAML 1.2.2 §8.1): its lines as the author broke them,
 * without their indentation.
 *
 * @param header the sign and what it needs, and the author's comment
 * @param lines empty ones at the end only where they count
 */
record BlockText(String header, List<String> lines) {

  BlockText {
    lines = List.copyOf(lines);
  }

  /**
   * Takes a text apart.
   *
   * @param indentation that it is going to have, beyond that of what it stands in
   */
  static BlockText of(Layout.Text text, int indentation) {
    List<String> source = Arrays.asList(text.source().split("\n", -1));
    String sign = text.style() == Kind.LITERAL ? "|" : ">";
    String comment = comment(source.get(0));
    String value = text.value();
    int breaks = breaksAtEnd(value);
    if (breaks == value.length()) {
      return new BlockText(
          sign + (breaks == 0 ? "" : "+") + comment, Collections.nCopies(breaks, ""));
    }
    int first = breaksAtStart(value);
    int indented = blanks(value, first);
    List<String> lines =
        lines(source.subList(1, source.size()), blanks(source.get(1 + first), 0) - indented);
    lines.addAll(Collections.nCopies(Math.max(0, breaks - 1), ""));
    return new BlockText(
        sign + (indented > 0 ? indentation : "") + chomping(breaks) + comment, lines);
  }

  private static List<String> lines(List<String> source, int indentation) {
    var lines = new ArrayList<String>();
    for (String line : source) {
      lines.add(line.substring(Math.min(indentation, blanks(line, 0))));
    }
    while (lines.get(lines.size() - 1).isEmpty()) {
      lines.remove(lines.size() - 1);
    }
    return lines;
  }

  private static String chomping(int breaks) {
    return breaks == 0 ? "-" : breaks == 1 ? "" : "+";
  }

  private static String comment(String header) {
    int at = header.indexOf('#');
    return at < 0 ? "" : "  " + Lines.withoutBlanksBehind(header.substring(at));
  }

  private static int breaksAtStart(String value) {
    int at = 0;
    while (at < value.length() && value.charAt(at) == '\n') {
      at++;
    }
    return at;
  }

  private static int breaksAtEnd(String value) {
    int start = value.length();
    while (start > 0 && value.charAt(start - 1) == '\n') {
      start--;
    }
    return value.length() - start;
  }

  private static int blanks(String text, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
    return at - from;
  }
}
