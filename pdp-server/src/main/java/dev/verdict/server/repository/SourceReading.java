package dev.verdict.server.repository;

/** What came of a look at a policy source. */
public sealed interface SourceReading {

  /** It was read. */
  record Read(SourceState state) implements SourceReading {}

  /** It still holds the revision that the reader knows. */
  record Unchanged() implements SourceReading {}

  /**
   * It could not be read.
   *
   * @param message why, for the operator, in one line
   */
  record Unreachable(String message) implements SourceReading {}
}
