package dev.verdict.server.identity.token;

import dev.verdict.server.eventual.Eventual;
import dev.verdict.server.eventual.Promise;
import dev.verdict.server.identity.RefusedTokenException;
import dev.verdict.server.identity.TokenFault;
import java.time.Clock;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/**
 * Verifies each token once while it is good. One that was verified before is known at once; the
 * others are verified on threads of their own, because a signature takes a thousand times as long
 * as a decision. Safe for use by many threads at once.
 */
public final class Tokens {

  private static final Eventual<TokenOutcome> TOO_LARGE =
      Eventual.of(new TokenOutcome.Refused(TokenFault.TOO_LARGE));
  private static final Eventual<TokenOutcome> OVERLOADED =
      Eventual.of(new TokenOutcome.Overloaded());

  private final TokenVerifier verifier;
  private final RememberedTokens remembered;
  private final Executor workers;
  private final Clock clock;

  /**
   * @param remembered keeps what is verified
   * @param workers verify, and refuse what is more than they can hold
   */
  public Tokens(
      TokenVerifier verifier, RememberedTokens remembered, Executor workers, Clock clock) {
    this.verifier = verifier;
    this.remembered = remembered;
    this.workers = workers;
    this.clock = clock;
  }

  /** What becomes of a token in compact form. */
  public Eventual<TokenOutcome> verify(String token) {
    if (token.length() > CompactToken.MAX_LENGTH) {
      return TOO_LARGE;
    }
    TokenDigest digest = TokenDigest.of(token);
    TokenOutcome.Accepted known = remembered.find(digest, clock.instant());
    if (known != null) {
      return Eventual.of(known);
    }
    var turn = new Promise<String>();
    Eventual<TokenOutcome> outcome = turn.map(waited -> verify(waited, digest));
    try {
      workers.execute(() -> turn.complete(token));
    } catch (RejectedExecutionException full) {
      return OVERLOADED;
    }
    return outcome;
  }

  /** Another call may have brought the same token while this one waited. */
  private TokenOutcome verify(String token, TokenDigest digest) {
    TokenOutcome.Accepted known = remembered.peek(digest, clock.instant());
    if (known != null) {
      return known;
    }
    try {
      var accepted = new TokenOutcome.Accepted(verifier.verify(token));
      remembered.remember(digest, accepted);
      return accepted;
    } catch (RefusedTokenException refused) {
      return new TokenOutcome.Refused(refused.fault());
    }
  }
}
