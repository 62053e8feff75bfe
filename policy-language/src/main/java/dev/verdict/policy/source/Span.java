package dev.verdict.policy.source;

/**
 * A place in a policy repository.
 *
 * @param file the path of the file
 * @param line counted from 1
 * @param column counted from 1, in code points
 * @param length in code points, at least 1, on that line
 */
public record Span(String file, int line, int column, int length) {

  public Span {
    if (line < 1 || column < 1 || length < 1) {
      throw new IllegalArgumentException(
          "span: " + line + ":" + column + "+" + length + " (expected: counted from 1)");
    }
  }

  /** The start of a file, for what concerns the whole of it. */
  public static Span startOf(String file) {
    return new Span(file, 1, 1, 1);
  }

  /** {@code file:line:column}, as editors and terminals understand it. */
  @Override
  public String toString() {
    return file + ":" + line + ":" + column;
  }
}
