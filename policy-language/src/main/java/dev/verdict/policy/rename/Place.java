package dev.verdict.policy.rename;

import dev.verdict.policy.source.Span;
import java.util.Comparator;

/**
 * Where a name is written.
 *
 * @param span where it begins
 * @param written as the author's file has it, after quotes and escapes of YAML are undone; behind a
 *     dot with its own quotes
 */
record Place(Span span, String written, Form form) implements Comparable<Place> {

  /** How a name stands in its file. */
  enum Form {
    /** All of a value or key. */
    WHOLE,
    /** A part of a text, in the quotes of a condition or the brackets of a type. */
    PART,
    /** Behind the dot of a condition, in quotes where it needs them. */
    BEHIND_DOT
  }

  private static final Comparator<Place> ORDER =
      Comparator.comparing((Place place) -> place.span().file())
          .thenComparing(place -> place.span().line())
          .thenComparing(place -> place.span().column());

  @Override
  public int compareTo(Place other) {
    return ORDER.compare(this, other);
  }

  /** {@code file:line}. */
  String line() {
    return span().file() + ":" + span().line();
  }
}
