package dev.verdict.policy.source;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Text that an author wrote inside a file, where each character knows its place: quoting, folding
 * and indentation of YAML lie between the two.
 */
public final class MappedText {

  private final String text;
  private final String file;
  private final int[] lines;
  private final int[] columns;
  private final @Nullable MappedText comment;

  /**
   * @param lines of each UTF-16 unit of the text, counted from 1
   * @param columns of each UTF-16 unit of the text, counted from 1
   */
  public MappedText(String text, String file, int[] lines, int[] columns) {
    this(text, file, lines, columns, null);
  }

  private MappedText(
      String text, String file, int[] lines, int[] columns, @Nullable MappedText comment) {
    if (lines.length != text.length() || columns.length != text.length() || text.isEmpty()) {
      throw new IllegalArgumentException(
          "text: " + text.length() + " units (expected: a place for each, and at least one)");
    }
    this.text = text;
    this.file = file;
    this.lines = lines.clone();
    this.columns = columns.clone();
    this.comment = comment;
  }

  /** Text that stands in the file as it is, on one line from {@code start} on. */
  public static MappedText verbatim(String text, Span start) {
    var lines = new int[text.length()];
    var columns = new int[text.length()];
    for (int i = 0; i < text.length(); i++) {
      lines[i] = start.line();
      columns[i] = start.column() + text.codePointCount(0, i);
    }
    return new MappedText(text, start.file(), lines, columns);
  }

  /** The same text with the comment that stands behind it on its line, from its sign on. */
  public MappedText before(MappedText following) {
    return new MappedText(text, file, lines, columns, following);
  }

  public String text() {
    return text;
  }

  /** The comment behind the text on its line, which is no part of it. */
  public Optional<MappedText> comment() {
    return Optional.ofNullable(comment);
  }

  /** The place of the whole, cut at the end of its first line. */
  public Span span() {
    return span(0, text.length());
  }

  /** The place of {@code text.substring(from, to)}, cut at the end of its first line. */
  public Span span(int from, int to) {
    int start = Math.min(from, text.length() - 1);
    int length = 1;
    for (int i = start + 1; i < Math.min(to, text.length()) && lines[i] == lines[start]; i++) {
      length = Math.max(length, columns[i] - columns[start] + 1);
    }
    return new Span(file, lines[start], columns[start], length);
  }
}
