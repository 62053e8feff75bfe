package dev.verdict.server.json;

/**
 * How large a JSON document may be. What is JSON at all, and how it is read, is the same for all.
 *
 * @param depth nesting of objects and lists, the document itself included; at most {@link
 *     #MAX_DEPTH}
 * @param values members and elements of the whole document
 * @param textLength characters in a string
 * @param numberLength characters in a number
 */
public record JsonBounds(int depth, int values, int textLength, int numberLength) {

  /** Deeper than this nothing is read, whatever the bounds say. */
  public static final int MAX_DEPTH = 64;

  public JsonBounds {
    if (depth > MAX_DEPTH) {
      throw new IllegalArgumentException("depth: " + depth + " (expected: <= " + MAX_DEPTH + ")");
    }
  }
}
