package dev.verdict.server.repository;

import dev.verdict.policy.diagnostic.Diagnostic;
import java.time.Instant;
import java.util.List;

/** Why what the policy repository holds is not active. */
public sealed interface LoadFailure {

  /** When this was found. */
  Instant at();

  /** What is wrong, drawn for a person. */
  String report();

  /** Calls the method of the visitor that is for this kind of failure. */
  <R> R accept(Visitor<R> visitor);

  /** Something that is done to each kind of failure. */
  interface Visitor<R> {

    R rejected(Rejected failure);

    R unreachable(Unreachable failure);
  }

  /**
   * A state with errors.
   *
   * @param revision of that state
   * @param diagnostics what is wrong with the files
   * @param report the same drawn for a person
   */
  record Rejected(String revision, Instant at, List<Diagnostic> diagnostics, String report)
      implements LoadFailure {

    public Rejected {
      diagnostics = List.copyOf(diagnostics);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.rejected(this);
    }
  }

  /**
   * The repository could not be read, so nobody knows what it holds.
   *
   * @param cause whose fault it is
   * @param report why it could not be read
   */
  record Unreachable(Instant at, Cause cause, String report) implements LoadFailure {

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.unreachable(this);
    }
  }

  /** Whose fault it is that a repository cannot be read. */
  enum Cause {
    /** That of the repository, or of the way to it. */
    SOURCE,
    /** That of this program. */
    SERVER
  }
}
