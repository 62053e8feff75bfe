package dev.verdict.server.repository;

import java.util.Optional;

/**
 * Where policies are read from. A reading is the whole repository in one state, never a mix of two.
 * Used by one thread at a time; may block.
 */
public interface PolicySource extends AutoCloseable {

  /** What is followed, for people: {@code directory /etc/policies}. */
  String description();

  /**
   * Looks at the source.
   *
   * @param known the revision that the caller has dealt with; it is not read again
   */
  SourceReading read(Optional<String> known);

  /** Lets go of what the source holds on this machine. */
  @Override
  void close();
}
