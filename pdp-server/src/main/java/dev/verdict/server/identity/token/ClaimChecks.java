package dev.verdict.server.identity.token;

import dev.verdict.policy.request.Value;
import dev.verdict.server.configuration.IssuerConfiguration;
import dev.verdict.server.identity.RefusedTokenException;
import dev.verdict.server.identity.TokenFault;
import dev.verdict.server.identity.key.JsonObject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether an authentic token is meant for us, and for now (RFC 9068 §4, RFC 7519 §4.1). */
final class ClaimChecks {

  /** The end of the year 9999: what lies behind it was not written in seconds. */
  private static final BigDecimal MAX_SECONDS = BigDecimal.valueOf(253_402_300_799L);

  private final Set<String> audiences;
  private final Duration maxLifetime;
  private final Duration clockSkew;

  ClaimChecks(IssuerConfiguration issuer, Duration clockSkew) {
    this.audiences = issuer.audiences();
    this.maxLifetime = issuer.maxLifetime();
    this.clockSkew = clockSkew;
  }

  /** Checks them, and says during which time the answer is the same. */
  AcceptedTime check(JsonObject claims, Instant now) throws RefusedTokenException {
    checkAudience(claims);
    AcceptedTime time = checkTime(claims, now);
    // A token bound to a key (RFC 7800) is worth nothing without proof of possession of that key,
    // and no door can check one.
    if (claims.has("cnf")) {
      throw new RefusedTokenException(TokenFault.PROOF_REQUIRED);
    }
    return time;
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

  private AcceptedTime checkTime(JsonObject claims, Instant now) throws RefusedTokenException {
    Instant expires = instant(claims, "exp");
    Instant issued = instant(claims, "iat");
    Instant begins = claims.has("nbf") ? later(issued, instant(claims, "nbf")) : issued;
    var time = new AcceptedTime(begins.minus(clockSkew), expires.plus(clockSkew));
    if (!now.isBefore(time.until())) {
      throw new RefusedTokenException(TokenFault.EXPIRED);
    }
    if (now.isBefore(time.from())) {
      throw new RefusedTokenException(TokenFault.NOT_YET_VALID);
    }
    Duration lifetime = Duration.between(issued, expires);
    if (lifetime.isNegative() || lifetime.compareTo(maxLifetime) > 0) {
      throw new RefusedTokenException(TokenFault.INVALID_CLAIM);
    }
    return time;
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  /** Fractions of a second are allowed by RFC 7519 §2, and dropped. */
  private static Instant instant(JsonObject claims, String name) throws RefusedTokenException {
    BigDecimal seconds = number(claims.members().get(name));
    if (seconds.signum() <= 0 || seconds.compareTo(MAX_SECONDS) > 0) {
      throw new RefusedTokenException(TokenFault.INVALID_CLAIM);
    }
    return Instant.ofEpochSecond(seconds.longValue());
  }

  private static BigDecimal number(@Nullable Value value) throws RefusedTokenException {
    if (value instanceof Value.Whole whole) {
      return BigDecimal.valueOf(whole.number());
    }
    if (value instanceof Value.Decimal decimal) {
      return decimal.number();
    }
    throw new RefusedTokenException(TokenFault.INVALID_CLAIM);
  }
}
