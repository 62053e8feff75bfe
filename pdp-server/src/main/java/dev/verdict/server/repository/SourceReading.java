package dev.verdict.server.repository;

/** What came of a look at a policy source. */
public sealed interface SourceReading {

  /** Calls the method of the visitor that is for this kind of reading. */
  <R> R accept(Visitor<R> visitor);

  /** Something that is done to each kind of reading. */
  interface Visitor<R> {

    R read(Read reading);

    R unchanged(Unchanged reading);

    R unreachable(Unreachable reading);
  }

  /** It was read. */
  record Read(SourceState state) implements SourceReading {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.read(this);
    }
  }

  /** It still holds the revision that the reader knows. */
  record Unchanged() implements SourceReading {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.unchanged(this);
    }
  }

  /**
   * It could not be read.
   *
   * @param message why, for the operator, in one line
   */
  record Unreachable(String message) implements SourceReading {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.unreachable(this);
    }
  }
}
