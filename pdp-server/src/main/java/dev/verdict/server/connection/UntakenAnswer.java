package dev.verdict.server.connection;

/** One answer that waits for its caller to read it. Safe for use by many threads at once. */
public final class UntakenAnswer {

  private final UntakenAnswers owner;
  private final Connection connection;
  private final long length;
  private final long since;

  UntakenAnswer(UntakenAnswers owner, Connection connection, long length, long since) {
    this.owner = owner;
    this.connection = connection;
    this.length = length;
    this.since = since;
  }

  /** The caller has it, or never will. Only the first time counts. */
  public void taken() {
    owner.taken(this);
  }

  Connection connection() {
    return connection;
  }

  long length() {
    return length;
  }

  long since() {
    return since;
  }
}
