package dev.verdict.policy.source;

/**
 * A part of an author's text.
 *
 * @param source the whole text
 * @param from index of the first UTF-16 unit
 * @param to index after the last one
 */
public record Fragment(MappedText source, int from, int to) {

  /** The author's own words. */
  public String text() {
    return source.text().substring(from, to);
  }

  /** The same on one line, whatever lines they were written in. */
  public String line() {
    return text().strip().replaceAll("\\s*\\R\\s*", " ");
  }

  public Span span() {
    return source.span(from, to);
  }

  /** From the start of this one to the end of the other. */
  public Fragment to(Fragment other) {
    return new Fragment(source, from, other.to);
  }
}
