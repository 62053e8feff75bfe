package dev.verdict.server.identity.token;

import dev.verdict.server.eventual.Eventual;
import dev.verdict.server.identity.RefusedTokenException;

/** Verifies tokens for the gate. Safe for use by many threads at once. */
public final class Tokens {

  private final TokenVerifier verifier;

  public Tokens(TokenVerifier verifier) {
    this.verifier = verifier;
  }

  /** What becomes of a token in compact form. */
  public Eventual<TokenOutcome> verify(String token) {
    return Eventual.of(outcome(token));
  }

  private TokenOutcome outcome(String token) {
    try {
      return new TokenOutcome.Accepted(verifier.verify(token));
    } catch (RefusedTokenException refused) {
      return new TokenOutcome.Refused(refused.fault());
    }
  }
}
