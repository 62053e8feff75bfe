package dev.verdict.server.identity;

import dev.verdict.policy.request.Entity;
import java.util.Optional;

/** What became of a request's claim about its subject. */
public sealed interface Identification {

  /**
   * The subject, and who acts for it, as far as they may enter a decision.
   *
   * @param vouchers who vouches for them, and for the rest of the request
   */
  record Identified(Entity subject, Optional<Entity> actor, Vouchers vouchers)
      implements Identification {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.identified(this);
    }
  }

  /** No subject can be told. */
  record Unauthenticated(String message) implements Identification {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.unauthenticated(message);
    }
  }

  /** The caller is not trusted to assert this. */
  record Forbidden(String message) implements Identification {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.forbidden(message);
    }
  }

  /** Calls the method of the visitor that is for this case. */
  <R> R accept(Visitor<R> visitor);

  /** What to do in each case. */
  interface Visitor<R> {

    R identified(Identified identified);

    R unauthenticated(String message);

    R forbidden(String message);
  }
}
