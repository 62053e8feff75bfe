package dev.verdict.policy.yaml;

import static dev.verdict.policy.yaml.SourceText.isBreak;

import java.util.ArrayList;
import java.util.List;

/**
 * Undoes the indentation and folding of {@code |} and {@code >} scalars (YAML 1.2.2 §8.1), keeping
 * the place of each character. It does not chomp: the value is the start of what it yields.
 */
final class BlockScalarDecoder {

  private final SourceText source;
  private final boolean folded;
  private final int indentation;
  private final int end;
  private final PlacedText out = new PlacedText();
  private final List<Integer> emptyLines = new ArrayList<>();
  private int lastBreak = -1;
  private boolean lastIndented;

  private BlockScalarDecoder(SourceText source, boolean folded, int indentation, int end) {
    this.source = source;
    this.folded = folded;
    this.indentation = indentation;
    this.end = end;
  }

  /** Decodes what stands from one index, that of the {@code |} or {@code >}, to another. */
  static PlacedText decode(SourceText source, boolean folded, String value, int from, int to) {
    int content = afterBreak(source, lineEnd(source, from, to));
    var decoder =
        new BlockScalarDecoder(source, folded, indentation(source, value, content, to), to);
    decoder.lines(content);
    return decoder.out;
  }

  /** Blanks before the first text in the file, less those that are part of the value. */
  private static int indentation(SourceText source, String value, int content, int end) {
    int firstText = 0;
    while (firstText < value.length() && value.charAt(firstText) == '\n') {
      firstText++;
    }
    int inValue = 0;
    while (firstText + inValue < value.length() && value.charAt(firstText + inValue) == ' ') {
      inValue++;
    }
    int at = content;
    for (int skipped = 0; skipped < firstText; skipped++) {
      at = afterBreak(source, lineEnd(source, at, end));
    }
    return Math.max(0, blanks(source, at, end) - inValue);
  }

  private void lines(int content) {
    for (int at = content; at < end; ) {
      int lineEnd = lineEnd(source, at, end);
      int start = at + Math.min(indentation, blanks(source, at, lineEnd));
      if (start == lineEnd) {
        emptyLines.add(lineEnd);
      } else {
        textLine(start, lineEnd);
      }
      at = afterBreak(source, lineEnd);
    }
    breaks(false);
  }

  private void textLine(int start, int lineEnd) {
    boolean indented = source.at(start) == ' ' || source.at(start) == '\t';
    breaks(folded && !indented && !lastIndented);
    for (int i = start; i < lineEnd; i++) {
      out.append(source.at(i), i);
    }
    lastBreak = lineEnd;
    lastIndented = indented;
  }

  /** The breaks since the last line of text: the first is folded between lines that allow it. */
  private void breaks(boolean fold) {
    if (lastBreak >= 0 && (!fold || emptyLines.isEmpty())) {
      out.append(fold ? ' ' : '\n', lastBreak);
    }
    emptyLines.forEach(index -> out.append('\n', index));
    emptyLines.clear();
  }

  private static int blanks(SourceText source, int from, int end) {
    int at = from;
    while (at < end && source.at(at) == ' ') {
      at++;
    }
    return at - from;
  }

  private static int lineEnd(SourceText source, int from, int end) {
    int at = from;
    while (at < end && !isBreak(source.at(at))) {
      at++;
    }
    return at;
  }

  private static int afterBreak(SourceText source, int at) {
    return at + (source.at(at) == '\r' && source.at(at + 1) == '\n' ? 2 : 1);
  }
}
