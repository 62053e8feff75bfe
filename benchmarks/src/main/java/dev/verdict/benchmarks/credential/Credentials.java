package dev.verdict.benchmarks.credential;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** The issuer that the server believes: its keys, and the tokens that it signs. */
public final class Credentials {

  /** The name of the issuer. */
  public static final String ISSUER = "https://id.benchmark.example";

  /** Whom the tokens are for. */
  public static final String AUDIENCE = "https://pdp.benchmark.example";

  private static final int RSA_BITS = 2_048;
  private static final int ES256_SIGNATURE_BYTES = 64;
  private static final Duration LIFETIME = Duration.ofHours(6);

  private final RSAKey rsa;
  private final ECKey curve;
  private final ECKey stranger;

  private Credentials(RSAKey rsa, ECKey curve, ECKey stranger) {
    this.rsa = rsa;
    this.curve = curve;
    this.stranger = stranger;
  }

  /** New keys, each time. */
  public static Credentials generate() {
    try {
      return new Credentials(
          new RSAKeyGenerator(RSA_BITS).keyID("rsa").keyUse(KeyUse.SIGNATURE).generate(),
          new ECKeyGenerator(Curve.P_256).keyID("curve").keyUse(KeyUse.SIGNATURE).generate(),
          new ECKeyGenerator(Curve.P_256).keyID("stranger").generate());
    } catch (JOSEException impossible) {
      throw new IllegalStateException("every JDK can make these keys", impossible);
    }
  }

  /** The key set that the server reads. */
  public String publicKeys() {
    return new JWKSet(List.of(rsa.toPublicJWK(), curve.toPublicJWK())).toString();
  }

  /** RS256, of a client that got it for itself. */
  public String ofClient(String id) {
    return rs256(claims(id).claim("client_id", id).build());
  }

  /** ES256, of a user, whose tenant and roles it tells. */
  public String ofUser(String id, String tenant, List<String> roles) {
    return es256(
        curve,
        claims(id)
            .claim("client_id", "app")
            .claim("org", tenant)
            .claim("roles", roles)
            .claim("scope", "invoices:approve")
            .build());
  }

  /** Signed as it should be, by a key that the server does not know. */
  public String ofUnknownKey() {
    return es256(stranger, claims("mallory").build());
  }

  /**
   * The token with another signature of the right length, which has to be verified to be refused.
   */
  public static String withOtherSignature(String token, Random random) {
    byte[] signature = new byte[ES256_SIGNATURE_BYTES];
    random.nextBytes(signature);
    // both halves stay below the order of the curve
    signature[0] = 1;
    signature[ES256_SIGNATURE_BYTES / 2] = 1;
    return token.substring(0, token.lastIndexOf('.') + 1)
        + Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
  }

  private static JWTClaimsSet.Builder claims(String subject) {
    Instant now = Instant.now();
    return new JWTClaimsSet.Builder()
        .issuer(ISSUER)
        .audience(AUDIENCE)
        .subject(subject)
        .jwtID(UUID.randomUUID().toString())
        .issueTime(Date.from(now))
        .expirationTime(Date.from(now.plus(LIFETIME)));
  }

  private String rs256(JWTClaimsSet claims) {
    try {
      return signed(JWSAlgorithm.RS256, rsa.getKeyID(), new RSASSASigner(rsa), claims);
    } catch (JOSEException impossible) {
      throw new IllegalStateException("the key was made for this", impossible);
    }
  }

  private static String es256(ECKey key, JWTClaimsSet claims) {
    try {
      return signed(JWSAlgorithm.ES256, key.getKeyID(), new ECDSASigner(key), claims);
    } catch (JOSEException impossible) {
      throw new IllegalStateException("the key was made for this", impossible);
    }
  }

  private static String signed(
      JWSAlgorithm algorithm, String key, JWSSigner signer, JWTClaimsSet claims)
      throws JOSEException {
    var header =
        new JWSHeader.Builder(algorithm).type(new JOSEObjectType("at+jwt")).keyID(key).build();
    var token = new SignedJWT(header, claims);
    token.sign(signer);
    return token.serialize();
  }
}
