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
  private final Places places;
  private final @Nullable MappedText comment;

  /** Where the UTF-16 units of a text stand. */
  private sealed interface Places {

    int line(int unit);

    int column(int unit);
  }

  /** One behind the other on one line, as nearly all texts stand: two numbers say it all. */
  private record Straight(int line, int first) implements Places {

    @Override
    public int column(int unit) {
      return first + unit;
    }

    @Override
    public int line(int unit) {
      return line;
    }
  }

  /** Each somewhere. */
  private static final class Scattered implements Places {

    private final int[] lines;
    private final int[] columns;

    Scattered(int[] lines, int[] columns) {
      this.lines = lines.clone();
      this.columns = columns.clone();
    }

    @Override
    public int line(int unit) {
      return lines[unit];
    }

    @Override
    public int column(int unit) {
      return columns[unit];
    }
  }

  /**
   * @param lines of each UTF-16 unit of the text, counted from 1
   * @param columns of each UTF-16 unit of the text, counted from 1
   */
  public MappedText(String text, String file, int[] lines, int[] columns) {
    this(text, file, new Scattered(lines, columns), null);
    if (lines.length != text.length() || columns.length != text.length()) {
      throw new IllegalArgumentException(
          "text: " + text.length() + " units (expected: a place for each)");
    }
  }

  private MappedText(String text, String file, Places places, @Nullable MappedText comment) {
    if (text.isEmpty()) {
      throw new IllegalArgumentException("text: empty (expected: at least one unit)");
    }
    this.text = text;
    this.file = file;
    this.places = places;
    this.comment = comment;
  }

  /** Text that stands in the file as it is, on one line from {@code start} on. */
  public static MappedText verbatim(String text, Span start) {
    if (text.codePointCount(0, text.length()) == text.length()) {
      return new MappedText(
          text, start.file(), new Straight(start.line(), start.column()), /* comment= */ null);
    }
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
    return new MappedText(text, file, places, following);
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
    int line = places.line(start);
    int column = places.column(start);
    int length = 1;
    for (int i = start + 1; i < Math.min(to, text.length()) && places.line(i) == line; i++) {
      length = Math.max(length, places.column(i) - column + 1);
    }
    return new Span(file, line, column, length);
  }
}
