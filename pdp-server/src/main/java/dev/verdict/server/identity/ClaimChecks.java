package dev.verdict.server.identity;

import dev.verdict.policy.request.Value;
import dev.verdict.server.configuration.IssuerConfiguration;
import dev.verdict.server.metrics.TokenFault;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Whether an authentic token is meant for us, and for now (RFC 9068 §4, RFC 7519 §4.1). */
final class ClaimChecks {

  /** The end of the year 9999: what lies behind it was not written in seconds. */
  private static final long MAX_SECONDS = 253_402_300_799L;

  /** As many digits of a second as a timestamp can use. */
  private static final int MAX_FRACTION = 9;

  private final Set<String> audiences;
  private final Duration maxLifetime;
  private final Duration clockSkew;

  ClaimChecks(IssuerConfiguration issuer, Duration clockSkew) {
    this.audiences = issuer.audiences();
    this.maxLifetime = issuer.maxLifetime();
    this.clockSkew = clockSkew;
  }

  void check(JsonObject claims, Instant now) throws RefusedTokenException {
    checkAudience(claims);
    checkTime(claims, now);
    // A token bound to a key (RFC 7800) is worth nothing without proof of possession of that key,
    // and no door can check one.
    if (claims.has("cnf")) {
      throw new RefusedTokenException(TokenFault.PROOF_REQUIRED);
    }
  }

  private void checkAudience(JsonObject claims) throws RefusedTokenException {
    Value audience = claims.members().get("aud");
    if (audience == null) {
      throw new RefusedTokenException(TokenFault.WRONG_AUDIENCE);
    }
    List<String> named = Texts.oneOrMore(audience);
    if (named.stream().noneMatch(audiences::contains)) {
      throw new RefusedTokenException(TokenFault.WRONG_AUDIENCE);
    }
  }

  private void checkTime(JsonObject claims, Instant now) throws RefusedTokenException {
    Instant expires = instant(claims, "exp");
    Instant issued = instant(claims, "iat");
    if (!now.isBefore(expires.plus(clockSkew))) {
      throw new RefusedTokenException(TokenFault.EXPIRED);
    }
    Instant latest = now.plus(clockSkew);
    if (issued.isAfter(latest) || (claims.has("nbf") && instant(claims, "nbf").isAfter(latest))) {
      throw new RefusedTokenException(TokenFault.NOT_YET_VALID);
    }
    Duration lifetime = Duration.between(issued, expires);
    if (lifetime.isNegative() || lifetime.compareTo(maxLifetime) > 0) {
      throw new RefusedTokenException(TokenFault.INVALID_CLAIM);
    }
  }

  /** Fractions of a second are allowed by RFC 7519 §2, and dropped. */
  private static Instant instant(JsonObject claims, String name) throws RefusedTokenException {
    Value value = claims.members().get(name);
    long seconds = -1;
    if (value instanceof Value.Whole whole) {
      seconds = whole.number();
    } else if (value instanceof Value.Decimal decimal
        && decimal.number().scale() >= 0
        && decimal.number().scale() <= MAX_FRACTION
        && decimal.number().precision() <= Long.toString(MAX_SECONDS).length() + MAX_FRACTION) {
      seconds = decimal.number().longValue();
    }
    if (seconds <= 0 || seconds > MAX_SECONDS) {
      throw new RefusedTokenException(TokenFault.INVALID_CLAIM);
    }
    return Instant.ofEpochSecond(seconds);
  }
}
