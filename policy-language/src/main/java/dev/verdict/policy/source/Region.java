package dev.verdict.policy.source;

/**
 * A part of a file, over any number of lines.
 *
 * @param start where it begins
 * @param end the first place behind it, in the same file
 */
public record Region(Span start, Span end) {

  /** Whether a place begins in here. */
  public boolean contains(Span place) {
    return place.file().equals(start.file()) && !isBefore(place, start) && isBefore(place, end);
  }

  private static boolean isBefore(Span place, Span other) {
    return place.line() < other.line()
        || (place.line() == other.line() && place.column() < other.column());
  }
}
