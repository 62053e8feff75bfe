package dev.verdict.server.identity.token;

import dev.verdict.server.identity.RefusedTokenException;
import dev.verdict.server.identity.TokenFault;
import dev.verdict.server.identity.key.JsonObject;
import java.time.Clock;
import java.util.Map;

/**
 * Verifies bearer tokens: signed JWTs in compact form (RFC 9068, RFC 8725).
 *
 * <p>The library checks signatures and nothing else. What it reads leniently (spelling, JSON,
 * times, bounds) is read here, strictly, and first. Never blocks; safe for use by many threads at
 * once.
 */
public final class TokenVerifier {

  private final Map<String, IssuerVerifier> issuers;
  private final Clock clock;

  /**
   * @param issuers by the {@code iss} of their tokens
   */
  public TokenVerifier(Map<String, IssuerVerifier> issuers, Clock clock) {
    this.issuers = Map.copyOf(issuers);
    this.clock = clock;
  }

  public VerifiedToken verify(String text) throws RefusedTokenException {
    CompactToken token = CompactToken.parse(text);
    TokenHeader header = TokenHeader.read(token.header());
    JsonObject claims = JsonObject.read(token.claims());
    // Not yet believed: it only selects whose keys must have signed this.
    IssuerVerifier issuer =
        claims
            .text("iss")
            .map(issuers::get)
            .orElseThrow(() -> new RefusedTokenException(TokenFault.UNKNOWN_ISSUER));
    return issuer.verify(token, header, claims, clock.instant());
  }
}
