package dev.verdict.policy.yaml;

import dev.verdict.policy.source.MappedText;
import dev.verdict.policy.source.SourceFile;
import dev.verdict.policy.source.Span;
import java.util.Arrays;
import java.util.Optional;

/**
 * The text of a file by code points, in which the YAML library counts, and the lines they stand on.
 * A byte order mark at the start is left out: editors do not show it and do not count it.
 */
final class SourceText {

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final String path;
  private final String text;
  private final int[] codePoints;
  private final int[] lineStarts;

  SourceText(SourceFile file) {
    path = file.path();
    text = file.text().indexOf(BYTE_ORDER_MARK) == 0 ? file.text().substring(1) : file.text();
    codePoints = text.codePoints().toArray();
    lineStarts = lineStarts(codePoints);
  }

  private static int[] lineStarts(int[] codePoints) {
    var starts = new int[16];
    int lines = 1;
    for (int i = 0; i < codePoints.length; i++) {
      if (endsLine(codePoints, i)) {
        starts = lines == starts.length ? Arrays.copyOf(starts, 2 * lines) : starts;
        starts[lines++] = i + 1;
      }
    }
    return Arrays.copyOf(starts, lines);
  }

  private static boolean endsLine(int[] codePoints, int at) {
    return codePoints[at] == '\n'
        || (codePoints[at] == '\r' && (at + 1 == codePoints.length || codePoints[at + 1] != '\n'));
  }

  String path() {
    return path;
  }

  String text() {
    return text;
  }

  int length() {
    return codePoints.length;
  }

  /** The code point at an index, or 0 past the end, where no file has one. */
  int at(int index) {
    return index < codePoints.length ? codePoints[index] : 0;
  }

  int line(int index) {
    int found = Arrays.binarySearch(lineStarts, Math.min(index, codePoints.length));
    return found >= 0 ? found + 1 : -found - 1;
  }

  /** From one index to another, cut at the end of the first line. */
  Span span(int from, int to) {
    int line = line(from);
    int start = lineStarts[line - 1];
    int index = Math.max(start, Math.min(from, codePoints.length));
    int end = line == lineStarts.length ? codePoints.length : lineStarts[line];
    while (end > index + 1 && isBreak(codePoints[end - 1])) {
      end--;
    }
    return new Span(path, line, index - start + 1, Math.max(1, Math.min(to, end) - index));
  }

  static boolean isBreak(int codePoint) {
    return codePoint == '\n' || codePoint == '\r';
  }

  /** The comment that follows on the line, with nothing but blanks before it. */
  Optional<MappedText> commentFrom(int index) {
    int from = index;
    while (isBlank(at(from))) {
      from++;
    }
    if (at(from) != '#' || from == 0 || !isBlank(at(from - 1))) {
      return Optional.empty();
    }
    int to = from;
    while (to < codePoints.length && !isBreak(codePoints[to])) {
      to++;
    }
    var value = new PlacedText();
    for (int i = from; i < to; i++) {
      value.append(codePoints[i], i);
    }
    String comment = new String(codePoints, from, to - from);
    return Optional.of(mapped(comment, value.indexes(comment.length())));
  }

  private static boolean isBlank(int codePoint) {
    return codePoint == ' ' || codePoint == '\t';
  }

  /**
   * Whether a text stands here as it is, from one index to another, on one line: then it needs no
   * decoding.
   */
  boolean holds(String value, int from, int to) {
    if (to - from != value.length() || line(from) != line(to)) {
      return false;
    }
    for (int i = 0; i < value.length(); i++) {
      if (value.charAt(i) != at(from + i)) {
        return false;
      }
    }
    return true;
  }

  /** The decoded text with the place of each unit, from the index each unit came from. */
  MappedText mapped(String value, int[] indexes) {
    var lines = new int[value.length()];
    var columns = new int[value.length()];
    for (int i = 0; i < lines.length; i++) {
      lines[i] = line(indexes[i]);
      columns[i] = indexes[i] - lineStarts[lines[i] - 1] + 1;
    }
    return new MappedText(value, path, lines, columns);
  }
}
