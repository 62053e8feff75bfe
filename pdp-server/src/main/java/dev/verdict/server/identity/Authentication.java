package dev.verdict.server.identity;

/** What became of a call's credential. */
public sealed interface Authentication {

  /** It is good, or none is needed. */
  record Authenticated(Caller caller) implements Authentication {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.authenticated(caller);
    }
  }

  /**
   * It is missing or not accepted.
   *
   * @param message safe to show to the caller: the same for every fault of a token
   */
  record Rejected(String message) implements Authentication {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.rejected(message);
    }
  }

  /** Nobody has time to verify it; the caller may try again. */
  record Overloaded(String message) implements Authentication {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.overloaded(message);
    }
  }

  /** Calls the method of the visitor that is for this case. */
  <R> R accept(Visitor<R> visitor);

  /** What to do in each case. */
  interface Visitor<R> {

    R authenticated(Caller caller);

    R rejected(String message);

    R overloaded(String message);
  }
}
