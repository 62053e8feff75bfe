package dev.verdict.server.identity.token;

import dev.verdict.policy.request.Entity;
import dev.verdict.server.configuration.CallerName;
import dev.verdict.server.configuration.IdentityConfiguration;
import dev.verdict.server.configuration.IssuerConfiguration;
import dev.verdict.server.identity.RefusedTokenException;
import dev.verdict.server.identity.TokenFault;
import dev.verdict.server.identity.key.IssuerKeys;
import dev.verdict.server.identity.key.JsonObject;
import dev.verdict.server.identity.key.VerificationKey;
import java.time.Instant;

/** Verifies the tokens of one issuer, by that issuer's keys and rules only. */
public final class IssuerVerifier {

  private final String issuer;
  private final String tokenType;
  private final IssuerKeys keys;
  private final ClaimChecks checks;
  private final SubjectMapping mapping;

  public IssuerVerifier(
      IssuerConfiguration issuer, IdentityConfiguration configuration, IssuerKeys keys) {
    this.issuer = issuer.issuer();
    this.tokenType = TokenHeader.plainType(issuer.tokenType());
    this.keys = keys;
    this.checks = new ClaimChecks(issuer, configuration.clockSkew());
    this.mapping = new SubjectMapping(issuer, configuration.tenantAttribute());
  }

  VerifiedToken verify(CompactToken token, TokenHeader header, JsonObject claims, Instant now)
      throws RefusedTokenException {
    if (header.type().filter(tokenType::equals).isEmpty()) {
      throw new RefusedTokenException(TokenFault.WRONG_TYPE);
    }
    VerificationKey key = checkSignature(token, header, now);
    Proof proof = checks.check(claims, now).signedBy(keys, header.keyId(), key);
    Entity subject = mapping.subject(claims);
    return new VerifiedToken(name(claims), subject, mapping.actor(claims), proof);
  }

  private CallerName name(JsonObject claims) throws RefusedTokenException {
    String holder = holder(claims);
    return mapping
        .client(claims)
        .map(client -> new CallerName(issuer, CallerName.Kind.CLIENT, client))
        .orElseGet(() -> new CallerName(issuer, CallerName.Kind.SUBJECT, holder));
  }

  /** The keys are for accepted algorithms only, each for one: nothing else can be asked for. */
  private VerificationKey checkSignature(CompactToken token, TokenHeader header, Instant now)
      throws RefusedTokenException {
    VerificationKey key = keys.find(header.keyId(), now);
    if (key.algorithm() != header.algorithm()) {
      throw new RefusedTokenException(TokenFault.ALGORITHM_NOT_ACCEPTED);
    }
    if (!key.signed(token.signedBytes(), token.signature())) {
      throw new RefusedTokenException(TokenFault.BAD_SIGNATURE);
    }
    return key;
  }

  /** The {@code sub} that every token has, also where another claim makes the subject's id. */
  private static String holder(JsonObject claims) throws RefusedTokenException {
    return claims
        .text("sub")
        .filter(subject -> !subject.isEmpty())
        .filter(subject -> subject.chars().noneMatch(Character::isISOControl))
        .orElseThrow(() -> new RefusedTokenException(TokenFault.INVALID_CLAIM));
  }
}
