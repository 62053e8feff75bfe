package dev.verdict.policy.format;

import java.util.Arrays;
import java.util.stream.IntStream;

/** A text by lines, each ended by {@code \n}. */
final class Lines {

  private final String text;
  private final int[] starts;

  Lines(String text) {
    this.text = text;
    starts =
        IntStream.concat(
                IntStream.of(0),
                IntStream.range(0, text.length())
                    .filter(i -> text.charAt(i) == '\n')
                    .map(i -> i + 1))
            .toArray();
  }

  String text() {
    return text;
  }

  /** The line of an index, counted from 0. */
  int line(int index) {
    int found = Arrays.binarySearch(starts, index);
    return found >= 0 ? found : -found - 2;
  }

  /** In code points, counted from 0. */
  int column(int index) {
    return text.codePointCount(starts[line(index)], index);
  }

  /** The index of the line break that ends the line of an index, or of the end of the text. */
  int lineEnd(int index) {
    int end = text.indexOf('\n', index);
    return end < 0 ? text.length() : end;
  }

  /** Whether the line above that of an index has nothing in it. */
  boolean isAfterBlank(int index) {
    int line = line(index);
    return line > 0 && isBlank(text.substring(starts[line - 1], starts[line] - 1));
  }

  static boolean isBlank(String line) {
    return line.chars().allMatch(Lines::isBlank);
  }

  static String withoutBlanksBehind(String line) {
    int end = line.length();
    while (end > 0 && isBlank(line.charAt(end - 1))) {
      end--;
    }
    return line.substring(0, end);
  }

  static String withoutBlanksBefore(String line) {
    int start = 0;
    while (start < line.length() && isBlank(line.charAt(start))) {
      start++;
    }
    return line.substring(start);
  }

  /** What YAML takes for a blank: no other white space is. */
  private static boolean isBlank(int sign) {
    return sign == ' ' || sign == '\t';
  }
}
