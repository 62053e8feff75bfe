package dev.verdict.server.identity.token;

import dev.verdict.server.identity.key.IssuerKeys;
import dev.verdict.server.identity.key.VerificationKey;
import java.time.Instant;

/**
 * Why a token was accepted, and so until when it is without another look at its signature.
 *
 * @param time in which its claims are accepted
 * @param keys of its issuer
 * @param keyId the key that it names
 * @param key that signed it
 */
public record Proof(AcceptedTime time, IssuerKeys keys, String keyId, VerificationKey key) {

  /**
   * Whether a verification would come to the same now: nothing but the time and the issuer's keys
   * can have changed.
   */
  boolean holdsAt(Instant now) {
    return time.contains(now) && keys.hold(keyId, key, now);
  }
}
