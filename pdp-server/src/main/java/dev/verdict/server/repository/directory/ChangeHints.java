package dev.verdict.server.repository.directory;

import java.nio.file.Path;
import java.util.Set;

/**
 * Tells when a look at a directory is not worth while. A hint may be late and may get lost, so who
 * goes by it looks from time to time all the same. Used by one thread at a time.
 */
interface ChangeHints extends AutoCloseable {

  /** Hints of nothing: every look is worth while. */
  ChangeHints NONE =
      new ChangeHints() {
        @Override
        public boolean isCalm() {
          return false;
        }

        @Override
        public boolean covers(Set<Path> folders) {
          return false;
        }

        @Override
        public void close() {
          // holds nothing
        }
      };

  /** Whether nothing has happened in the covered folders since this was asked last. */
  boolean isCalm();

  /**
   * Begins to cover folders, and lets go of others.
   *
   * @return whether all of them were covered already: what changes in a folder before it is covered
   *     goes unnoticed, so a look is worth while once after that
   */
  boolean covers(Set<Path> folders);

  @Override
  void close();
}
