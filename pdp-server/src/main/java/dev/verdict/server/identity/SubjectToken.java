package dev.verdict.server.identity;

import dev.verdict.policy.request.Entity;
import java.util.Optional;

/** What became of a token that a request has in place of its subject. */
public sealed interface SubjectToken {

  /**
   * It is good.
   *
   * @param subject who holds it
   * @param actor who acts for the holder
   */
  record Accepted(Entity subject, Optional<Entity> actor) implements SubjectToken {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.accepted(this);
    }
  }

  /**
   * It is not accepted.
   *
   * @param message safe to show to the caller: the same for every fault of a token
   */
  record Rejected(String message) implements SubjectToken {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.rejected(message);
    }
  }

  /** Nobody has time to verify it. */
  record Overloaded(String message) implements SubjectToken {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.overloaded(message);
    }
  }

  /** Calls the method of the visitor that is for this case. */
  <R> R accept(Visitor<R> visitor);

  /** What to do in each case. */
  interface Visitor<R> {

    R accepted(Accepted token);

    R rejected(String message);

    R overloaded(String message);
  }
}
