package dev.verdict.server.identity.token;

import dev.verdict.server.identity.key.IssuerKeys;
import dev.verdict.server.identity.key.VerificationKey;
import java.time.Instant;

/**
 * When the claims of a token are accepted, with the leeway for clocks that differ.
 *
 * @param from the first instant at which they are
 * @param until the first instant at which they no longer are
 */
public record AcceptedTime(Instant from, Instant until) {

  boolean contains(Instant now) {
    return !now.isBefore(from) && now.isBefore(until);
  }

  Proof signedBy(IssuerKeys keys, String keyId, VerificationKey key) {
    return new Proof(this, keys, keyId, key);
  }
}
