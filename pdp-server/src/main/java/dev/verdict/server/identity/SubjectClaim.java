package dev.verdict.server.identity;

import dev.verdict.policy.request.Entity;

/** What a request says of its subject. */
public sealed interface SubjectClaim {

  /** Calls the method of the visitor that is for this kind of claim. */
  <R> R accept(Visitor<R> visitor);

  /** Something that is done to each kind of claim. */
  interface Visitor<R> {

    R asserted(Asserted claim);

    R token(Token claim);

    R ofTheCall(OfTheCall claim);
  }

  /** The caller names it and what is known of it. */
  record Asserted(Entity subject) implements SubjectClaim {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.asserted(this);
    }
  }

  /** A token of the subject's own, verified. */
  record Token(SubjectToken.Accepted token) implements SubjectClaim {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.token(this);
    }
  }

  /** Nothing: the holder of the call's token is meant. */
  record OfTheCall() implements SubjectClaim {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.ofTheCall(this);
    }
  }
}
