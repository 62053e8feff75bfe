package dev.verdict.server.identity.token;

import dev.verdict.server.identity.TokenFault;

/** What became of a token. */
public sealed interface TokenOutcome {

  /** It is good. */
  record Accepted(VerifiedToken token) implements TokenOutcome {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.accepted(token);
    }
  }

  /** It is not. */
  record Refused(TokenFault fault) implements TokenOutcome {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.refused(fault);
    }
  }

  /** Too many others wait to be verified. */
  record Overloaded() implements TokenOutcome {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.overloaded();
    }
  }

  /** Calls the method of the visitor that is for this case. */
  <R> R accept(Visitor<R> visitor);

  /** What to do in each case. */
  interface Visitor<R> {

    R accepted(VerifiedToken token);

    R refused(TokenFault fault);

    R overloaded();
  }
}
