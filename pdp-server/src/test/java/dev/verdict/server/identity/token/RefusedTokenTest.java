package dev.verdict.server.identity.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import dev.verdict.server.identity.Authentication;
import dev.verdict.server.identity.Caller;
import dev.verdict.server.identity.Identification;
import dev.verdict.server.identity.TokenFault;
import dev.verdict.server.identity.gate.GateUnderTest;
import dev.verdict.server.identity.key.TestKeys;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each row is a good token with one thing changed, and the check that must catch it. That the good
 * one is accepted is part of the test: else a gate that refuses everything would pass.
 */
class RefusedTokenTest {

  @TempDir static Path folder;

  private static GateUnderTest gate;

  @BeforeAll
  static void openTheGate() {
    gate = GateUnderTest.of(folder, issuer -> issuer);
  }

  @Test
  void theGoodTokenIsAccepted() {
    assertThat(gate.subject(TokenForge.good().sign()).id()).isEqualTo("alice");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource({
    "spellings",
    "headers",
    "keys",
    "json",
    "times",
    "audiences",
    "subjects",
    "claims",
    "sizes"
  })
  void aTokenWithOneFaultIsRefusedForThatFault(String name, TokenFault fault, String token) {
    gate.faults.clear();

    Authentication authentication = gate.authenticate(token);

    assertThat(authentication)
        .isEqualTo(new Authentication.Rejected("the bearer token is not accepted"));
    assertThat(gate.faults).containsExactly(fault);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource({
    "spellings",
    "headers",
    "keys",
    "json",
    "times",
    "audiences",
    "subjects",
    "claims",
    "sizes"
  })
  void aSubjectTokenWithThatFaultIsRefusedAsWell(String name, TokenFault fault, String token) {
    Caller caller = gate.caller(TokenForge.good().sign());
    gate.faults.clear();

    Identification identification = gate.identify(caller, token, Optional.empty());

    assertThat(identification)
        .isEqualTo(new Identification.Unauthenticated("the subject's token is not accepted"));
    assertThat(gate.faults).containsExactly(fault);
  }

  static Stream<Arguments> spellings() {
    String good = TokenForge.good().sign();
    int dot = good.lastIndexOf('.');
    return Stream.of(
        respelled("nothing", ""),
        respelled("a line break in the signature", insert(good, dot + 9, "\n")),
        respelled("a foreign character in the signature", insert(good, dot + 9, "!")),
        respelled("a foreign character in the claims", insert(good, dot - 9, "~")),
        respelled("padding", good + "=="),
        respelled(
            "the standard alphabet",
            good.substring(0, dot) + good.substring(dot).replace('-', '+').replace('_', '/')),
        respelled("left-over bits", good.substring(0, good.length() - 1) + leftOver(good)),
        respelled("one more character", good + "AAA"),
        respelled("a space before", " " + good),
        respelled("a space behind", good + " "),
        respelled("a line break behind", good + "\n"),
        respelled("the scheme in front", "Bearer " + good),
        respelled("two tokens", good + ", Bearer " + good),
        respelled("no signature", good.substring(0, dot)),
        respelled("an empty signature", good.substring(0, dot + 1)),
        respelled("four parts", good + ".AAAA"),
        respelled("five parts, an encrypted token", good + ".AAAA.AAAA"),
        respelled("another script", insert(good, dot + 9, "\u0430")),
        respelled(
            "JSON serialization",
            "{\"payload\":\"" + TokenForge.encode("{}".getBytes(StandardCharsets.UTF_8)) + "\"}"));
  }

  static Stream<Arguments> headers() throws JOSEException {
    return Stream.of(
        row("alg none", TokenFault.ALGORITHM_NOT_ACCEPTED, t -> t.header("alg", "\"none\"")),
        row("alg nOnE", TokenFault.ALGORITHM_NOT_ACCEPTED, t -> t.header("alg", "\"nOnE\"")),
        row(
            "alg of lower case",
            TokenFault.ALGORITHM_NOT_ACCEPTED,
            t -> t.header("alg", "\"rs256\"")),
        row("no alg", TokenFault.ALGORITHM_NOT_ACCEPTED, t -> t.withoutHeader("alg")),
        arguments(
            "HS256 with the public key as the secret",
            TokenFault.ALGORITHM_NOT_ACCEPTED,
            signedWithPublicKeyAsSecret()),
        row(
            "ES384, which is not configured",
            TokenFault.ALGORITHM_NOT_ACCEPTED,
            t -> t.header("alg", "\"ES384\"")),
        row(
            "PS256 with a key for RS256",
            TokenFault.ALGORITHM_NOT_ACCEPTED,
            t -> t.signedBy(TestKeys.RSA, JWSAlgorithm.PS256)),
        row(
            "RS256 with the name of a curve key",
            TokenFault.ALGORITHM_NOT_ACCEPTED,
            t -> t.header("kid", "\"curve-1\"")),
        row("crit empty", TokenFault.MALFORMED, t -> t.header("crit", "[]")),
        row("crit null", TokenFault.MALFORMED, t -> t.header("crit", "null")),
        row(
            "crit unknown",
            TokenFault.MALFORMED,
            t -> t.header("crit", "[\"x\"]").header("x", "1")),
        row(
            "b64 false",
            TokenFault.MALFORMED,
            t -> t.header("b64", "false").header("crit", "[\"b64\"]")),
        row("b64 without crit", TokenFault.MALFORMED, t -> t.header("b64", "false")),
        row("no typ", TokenFault.WRONG_TYPE, t -> t.withoutHeader("typ")),
        row("typ of an ID token", TokenFault.WRONG_TYPE, t -> t.header("typ", "\"JWT\"")),
        row("typ of a logout token", TokenFault.WRONG_TYPE, t -> t.header("typ", "\"logout+jwt\"")),
        row("typ of a DPoP proof", TokenFault.WRONG_TYPE, t -> t.header("typ", "\"dpop+jwt\"")),
        row("typ not a string", TokenFault.WRONG_TYPE, t -> t.header("typ", "[\"at+jwt\"]")),
        row("alg twice", TokenFault.MALFORMED, t -> t.headerTail(",\"alg\":\"RS256\"")),
        row(
            "a header that is no object",
            TokenFault.MALFORMED,
            t -> t.headerTail("}, {\"alg\":\"RS256\"")));
  }

  static Stream<Arguments> keys() {
    return Stream.of(
        row("no kid", TokenFault.UNKNOWN_KEY, t -> t.withoutHeader("kid")),
        row("kid empty", TokenFault.UNKNOWN_KEY, t -> t.header("kid", "\"\"")),
        row("kid null", TokenFault.UNKNOWN_KEY, t -> t.header("kid", "null")),
        row("kid unknown", TokenFault.UNKNOWN_KEY, t -> t.header("kid", "\"rsa-2\"")),
        row("kid a path", TokenFault.UNKNOWN_KEY, t -> t.header("kid", "\"../../dev/null\"")),
        row("kid a query", TokenFault.UNKNOWN_KEY, t -> t.header("kid", "\"' or '1'='1\"")),
        row(
            "signed by a stranger under our kid",
            TokenFault.BAD_SIGNATURE,
            t -> t.signedBy(TestKeys.STRANGER, JWSAlgorithm.RS256)),
        row(
            "a key brought along",
            TokenFault.BAD_SIGNATURE,
            t ->
                t.signedBy(TestKeys.STRANGER, JWSAlgorithm.RS256)
                    .header("jwk", TestKeys.STRANGER.toPublicJWK().toJSONString())),
        row(
            "a key pointed to",
            TokenFault.BAD_SIGNATURE,
            t ->
                t.signedBy(TestKeys.STRANGER, JWSAlgorithm.RS256)
                    .header("jku", "\"https://evil.example.com/keys\"")
                    .header("x5u", "\"https://evil.example.com/chain\"")),
        arguments("claims changed", TokenFault.BAD_SIGNATURE, withChangedClaims()),
        arguments(
            "an elliptic curve signature of zeros",
            TokenFault.BAD_SIGNATURE,
            TokenForge.good().header("alg", "\"ES256\"").header("kid", "\"curve-1\"").unsigned()
                + "."
                + TokenForge.encode(new byte[64])),
        arguments(
            "a short signature",
            TokenFault.BAD_SIGNATURE,
            TokenForge.good().unsigned() + "." + TokenForge.encode(new byte[8])));
  }

  static Stream<Arguments> json() {
    return Stream.of(
        row("a claim twice", TokenFault.MALFORMED, t -> t.claimsTail(",\"sub\":\"root\"")),
        row(
            "a claim twice, first null",
            TokenFault.MALFORMED,
            t -> t.claim("roles", "null").claimsTail(",\"roles\":[\"admin\"]")),
        row(
            "a claim twice, once escaped",
            TokenFault.MALFORMED,
            t -> t.claimsTail(",\"s\\u0075b\":\"root\"")),
        row("a nested member twice", TokenFault.MALFORMED, t -> t.claim("a", "{\"b\":1,\"b\":2}")),
        row("a list", TokenFault.MALFORMED, t -> t.payload("[" + t.claimsText() + "]")),
        row("garbage behind", TokenFault.MALFORMED, t -> t.payload(t.claimsText() + "x")),
        row("two objects", TokenFault.MALFORMED, t -> t.payload(t.claimsText() + "{}")),
        row(
            "single quotes",
            TokenFault.MALFORMED,
            t -> t.payload(t.claimsText().replace('"', '\''))),
        row("a comment", TokenFault.MALFORMED, t -> t.payload("/**/" + t.claimsText())),
        row("NaN", TokenFault.MALFORMED, t -> t.claim("a", "NaN")),
        row("a trailing comma", TokenFault.MALFORMED, t -> t.claimsTail(",")),
        row("a leading zero", TokenFault.MALFORMED, t -> t.claim("a", "007")),
        row("nesting of 5,000", TokenFault.MALFORMED, t -> t.claim("a", nested(5_000))),
        row("nesting of 17", TokenFault.MALFORMED, t -> t.claim("a", nested(17))),
        row("a number of 1,000 digits", TokenFault.MALFORMED, t -> t.claim("a", "9".repeat(1_000))),
        row("a number of 1e999999", TokenFault.MALFORMED, t -> t.claim("a", "1e999999")),
        row("null in a list", TokenFault.MALFORMED, t -> t.claim("roles", "[\"a\",null]")),
        row("half a character", TokenFault.MALFORMED, t -> t.claim("a", "\"\\ud800\"")),
        row("half a character in a name", TokenFault.MALFORMED, t -> t.claim("\\ud800", "1")),
        row(
            "bytes that are no UTF-8",
            TokenFault.MALFORMED,
            t ->
                t.payload(
                    t.claim("a", "\"\u00ff\"").claimsText().getBytes(StandardCharsets.ISO_8859_1))),
        row("an empty object", TokenFault.UNKNOWN_ISSUER, t -> t.payload("{}")));
  }

  static Stream<Arguments> times() {
    return Stream.of(
        row("no exp", TokenFault.INVALID_CLAIM, t -> t.without("exp")),
        row("exp null", TokenFault.INVALID_CLAIM, t -> t.claim("exp", "null")),
        row("exp a string", TokenFault.INVALID_CLAIM, t -> t.claim("exp", "\"1893456000\"")),
        row("exp negative", TokenFault.INVALID_CLAIM, t -> t.claim("exp", "-1")),
        row("exp 1e300", TokenFault.INVALID_CLAIM, t -> t.claim("exp", "1e300")),
        row(
            "exp beyond 64 bits",
            TokenFault.INVALID_CLAIM,
            t -> t.claim("exp", "18446744073709551617")),
        row(
            "exp in milliseconds",
            TokenFault.INVALID_CLAIM,
            t -> t.claim("exp", Long.toString(TokenForge.NOW.toEpochMilli() + 3_600_000))),
        row("expired for the allowance", TokenFault.EXPIRED, t -> t.at("exp", -30)),
        row("expired for a day", TokenFault.EXPIRED, t -> t.at("iat", -90_000).at("exp", -86_400)),
        row("no iat", TokenFault.INVALID_CLAIM, t -> t.without("iat")),
        row("iat beyond the allowance", TokenFault.NOT_YET_VALID, t -> t.at("iat", 31)),
        row(
            "iat a day ahead",
            TokenFault.NOT_YET_VALID,
            t -> t.at("iat", 86_400).at("exp", 90_000)),
        row("nbf beyond the allowance", TokenFault.NOT_YET_VALID, t -> t.at("nbf", 31)),
        row("nbf no number", TokenFault.INVALID_CLAIM, t -> t.claim("nbf", "\"now\"")),
        row("nbf null", TokenFault.INVALID_CLAIM, t -> t.claim("nbf", "null")),
        row("a life too long", TokenFault.INVALID_CLAIM, t -> t.at("iat", -60).at("exp", 86_341)),
        row(
            "an end before its start",
            TokenFault.INVALID_CLAIM,
            t -> t.at("iat", 10).at("exp", 5)));
  }

  static Stream<Arguments> audiences() {
    return Stream.of(
        row("no iss", TokenFault.UNKNOWN_ISSUER, t -> t.without("iss")),
        row(
            "another iss",
            TokenFault.UNKNOWN_ISSUER,
            t -> t.claim("iss", "\"https://evil.example.com\"")),
        row(
            "iss with a slash",
            TokenFault.UNKNOWN_ISSUER,
            t -> t.claim("iss", "\"https://id.example.com/\"")),
        row(
            "iss with a port",
            TokenFault.UNKNOWN_ISSUER,
            t -> t.claim("iss", "\"https://id.example.com:443\"")),
        row(
            "iss of upper case",
            TokenFault.UNKNOWN_ISSUER,
            t -> t.claim("iss", "\"https://ID.example.com\"")),
        row(
            "iss a list",
            TokenFault.UNKNOWN_ISSUER,
            t -> t.claim("iss", "[\"https://id.example.com\"]")),
        row("no aud", TokenFault.WRONG_AUDIENCE, t -> t.without("aud")),
        row(
            "another aud",
            TokenFault.WRONG_AUDIENCE,
            t -> t.claim("aud", "\"https://pdp.example.com\"")),
        row(
            "aud a beginning",
            TokenFault.WRONG_AUDIENCE,
            t -> t.claim("aud", "\"https://api.example\"")),
        row(
            "aud with more",
            TokenFault.WRONG_AUDIENCE,
            t -> t.claim("aud", "\"https://api.example.com.evil\"")),
        row("aud empty", TokenFault.WRONG_AUDIENCE, t -> t.claim("aud", "[]")),
        row("aud of others", TokenFault.WRONG_AUDIENCE, t -> t.claim("aud", "[\"a\",\"b\"]")),
        row(
            "aud of ours and a number",
            TokenFault.INVALID_CLAIM,
            t -> t.claim("aud", "[\"https://api.example.com\",1]")),
        row("aud an object", TokenFault.INVALID_CLAIM, t -> t.claim("aud", "{}")));
  }

  static Stream<Arguments> subjects() {
    return Stream.of(
        row("no sub", TokenFault.INVALID_CLAIM, t -> t.without("sub")),
        row("sub empty", TokenFault.INVALID_CLAIM, t -> t.claim("sub", "\"\"")),
        row("sub a number", TokenFault.INVALID_CLAIM, t -> t.claim("sub", "42")),
        row("sub null", TokenFault.INVALID_CLAIM, t -> t.claim("sub", "null")),
        row("sub with a NUL", TokenFault.INVALID_CLAIM, t -> t.claim("sub", "\"alice\\u0000\"")),
        row("sub with a line break", TokenFault.INVALID_CLAIM, t -> t.claim("sub", "\"a\\nb\"")),
        row("sub of half a character", TokenFault.MALFORMED, t -> t.claim("sub", "\"\\ud800\"")),
        row(
            "sub too long",
            TokenFault.INVALID_CLAIM,
            t -> t.claim("sub", "\"" + "a".repeat(1_025) + "\"")),
        row("act no object", TokenFault.INVALID_CLAIM, t -> t.claim("act", "\"robot\"")),
        row("act null", TokenFault.INVALID_CLAIM, t -> t.claim("act", "null")),
        row(
            "act without sub",
            TokenFault.INVALID_CLAIM,
            t -> t.claim("act", "{\"client_id\":\"x\"}")),
        row(
            "act with an empty sub",
            TokenFault.INVALID_CLAIM,
            t -> t.claim("act", "{\"sub\":\"\"}")),
        row(
            "act of another issuer",
            TokenFault.INVALID_CLAIM,
            t -> t.claim("act", "{\"sub\":\"x\",\"iss\":\"https://evil.example.com\"}")),
        row("act 50 deep", TokenFault.MALFORMED, t -> t.claim("act", actors(50))));
  }

  static Stream<Arguments> claims() {
    return Stream.of(
        row(
            "bound to a DPoP key",
            TokenFault.PROOF_REQUIRED,
            t -> t.claim("cnf", "{\"jkt\":\"x\"}")),
        row(
            "bound to a certificate",
            TokenFault.PROOF_REQUIRED,
            t -> t.claim("cnf", "{\"x5t#S256\":\"x\"}")),
        row("cnf null", TokenFault.PROOF_REQUIRED, t -> t.claim("cnf", "null")),
        row("roles with a number", TokenFault.INVALID_CLAIM, t -> t.claim("roles", "[\"a\",1]")),
        row("roles an object", TokenFault.INVALID_CLAIM, t -> t.claim("roles", "{\"a\":true}")),
        row(
            "scope of another script",
            TokenFault.INVALID_CLAIM,
            t -> t.claim("scope", "\"re\u0430d\"")),
        row("scope with a tab", TokenFault.INVALID_CLAIM, t -> t.claim("scope", "\"a\\tb\"")),
        row("scope a number", TokenFault.INVALID_CLAIM, t -> t.claim("scope", "7")),
        row("scp with a space", TokenFault.INVALID_CLAIM, t -> t.claim("scp", "[\"a b\"]")));
  }

  static Stream<Arguments> sizes() {
    String collisions =
        IntStream.range(0, 20_000)
            .mapToObj(RefusedTokenTest::colliding)
            .collect(Collectors.joining(","));
    return Stream.of(
        row(
            "a claim of 1 MB",
            TokenFault.TOO_LARGE,
            t -> t.claim("a", "\"" + "a".repeat(1 << 20) + "\"")),
        row("a number of 1 MB", TokenFault.TOO_LARGE, t -> t.claim("a", "9".repeat(1 << 20))),
        row("nesting of 200,000", TokenFault.TOO_LARGE, t -> t.claim("a", nested(200_000))),
        row("names that collide", TokenFault.TOO_LARGE, t -> t.claimsTail("," + collisions)),
        row("64 KiB", TokenFault.TOO_LARGE, t -> t.claim("a", "\"" + "a".repeat(48 << 10) + "\"")),
        arguments("one character too long", TokenFault.TOO_LARGE, "a".repeat(16 * 1024 + 1)));
  }

  private static Arguments respelled(String name, String token) {
    return arguments(name, TokenFault.MALFORMED, token);
  }

  private static Arguments row(String name, TokenFault fault, UnaryOperator<TokenForge> change) {
    return arguments(name, fault, change.apply(TokenForge.good()).sign());
  }

  private static String insert(String text, int at, String what) {
    return text.substring(0, at) + what + text.substring(at);
  }

  /** The last character of 256 encoded bytes has four bits that mean nothing; this sets one. */
  private static char leftOver(String token) {
    String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    return alphabet.charAt(alphabet.indexOf(token.charAt(token.length() - 1)) + 1);
  }

  private static String withChangedClaims() {
    String good = TokenForge.good().sign();
    String changed = TokenForge.good().claim("sub", "\"root\"").unsigned();
    return changed + good.substring(good.lastIndexOf('.'));
  }

  private static String signedWithPublicKeyAsSecret() throws JOSEException {
    String unsigned = TokenForge.good().header("alg", "\"HS256\"").unsigned();
    var signer = new MACSigner(TestKeys.RSA.toRSAPublicKey().getEncoded());
    return unsigned
        + "."
        + signer.sign(
            new JWSHeader(JWSAlgorithm.HS256), unsigned.getBytes(StandardCharsets.US_ASCII));
  }

  private static String nested(int depth) {
    return "[".repeat(depth) + "]".repeat(depth);
  }

  private static String actors(int depth) {
    return "{\"sub\":\"a\",\"act\":".repeat(depth) + "{\"sub\":\"a\"}" + "}".repeat(depth);
  }

  /** "Aa" and "BB" have the same hash code, and so has every word made of them. */
  private static String colliding(int number) {
    StringBuilder name = new StringBuilder();
    for (int bit = 0; bit < 15; bit++) {
      name.append((number >> bit & 1) == 0 ? "Aa" : "BB");
    }
    return "\"" + name + "\":1";
  }
}
