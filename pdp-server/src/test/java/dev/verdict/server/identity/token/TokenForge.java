package dev.verdict.server.identity.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import dev.verdict.server.identity.key.TestKeys;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Makes a good token, or one that is wrong in exactly one way: every value is raw JSON, so that
 * nothing keeps a test from writing what no library would.
 */
public final class TokenForge {

  public static final String ISSUER = "https://id.example.com";
  public static final String AUDIENCE = "https://api.example.com";
  public static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  private final Map<String, String> header = new LinkedHashMap<>();
  private final Map<String, String> claims = new LinkedHashMap<>();
  private String headerTail = "";
  private String claimsTail = "";
  private byte[] payload = {};
  private JWK key = TestKeys.RSA;
  private JWSAlgorithm algorithm = JWSAlgorithm.RS256;

  private TokenForge() {
    header("alg", "\"RS256\"").header("typ", "\"at+jwt\"").header("kid", "\"rsa-1\"");
    claim("iss", quoted(ISSUER)).claim("aud", quoted(AUDIENCE)).claim("sub", "\"alice\"");
    claim("client_id", "\"web\"").claim("jti", "\"1\"").at("iat", -60).at("exp", 3600);
  }

  public static TokenForge good() {
    return new TokenForge();
  }

  public static String quoted(String text) {
    return "\"" + text + "\"";
  }

  public TokenForge header(String name, String json) {
    header.put(name, json);
    return this;
  }

  TokenForge withoutHeader(String name) {
    header.remove(name);
    return this;
  }

  public TokenForge claim(String name, String json) {
    claims.put(name, json);
    return this;
  }

  TokenForge without(String name) {
    claims.remove(name);
    return this;
  }

  /** Seconds from now. */
  public TokenForge at(String name, long seconds) {
    return claim(name, Long.toString(NOW.getEpochSecond() + seconds));
  }

  /** Put behind the last member, before the brace. */
  TokenForge headerTail(String json) {
    headerTail = json;
    return this;
  }

  /** Put behind the last member, before the brace. */
  TokenForge claimsTail(String json) {
    claimsTail = json;
    return this;
  }

  /** In place of all claims. */
  TokenForge payload(byte[] bytes) {
    payload = bytes;
    return this;
  }

  TokenForge payload(String text) {
    return payload(text.getBytes(StandardCharsets.UTF_8));
  }

  public TokenForge signedBy(JWK signer, JWSAlgorithm by) {
    key = signer;
    algorithm = by;
    return header("alg", quoted(by.getName()));
  }

  String claimsText() {
    return object(claims, claimsTail);
  }

  /** Header and claims, as they are signed. */
  String unsigned() {
    byte[] body = payload.length > 0 ? payload : claimsText().getBytes(StandardCharsets.UTF_8);
    return encode(object(header, headerTail).getBytes(StandardCharsets.UTF_8)) + "." + encode(body);
  }

  public String sign() {
    try {
      JWSSigner signer =
          key instanceof ECKey curve ? new ECDSASigner(curve) : new RSASSASigner(key.toRSAKey());
      String signed = unsigned();
      return signed
          + "."
          + signer.sign(new JWSHeader(algorithm), signed.getBytes(StandardCharsets.US_ASCII));
    } catch (JOSEException e) {
      throw new AssertionError(e);
    }
  }

  static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static String object(Map<String, String> members, String tail) {
    return members.entrySet().stream()
        .map(member -> quoted(member.getKey()) + ":" + member.getValue())
        .collect(Collectors.joining(",", "{", tail + "}"));
  }
}
