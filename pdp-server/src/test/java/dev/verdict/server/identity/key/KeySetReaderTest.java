package dev.verdict.server.identity.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import dev.verdict.server.configuration.SignatureAlgorithm;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class KeySetReaderTest {

  private static final String GOOD = TestKeys.RSA.toPublicJWK().toJSONString();
  private static final String OTHER = TestKeys.rsa("other").toPublicJWK().toJSONString();

  private final KeySetReader reader =
      new KeySetReader(List.of(SignatureAlgorithm.RS256, SignatureAlgorithm.ES256));

  @Test
  void aGoodKeyIsFoundByItsId() throws KeysUnavailableException {
    KeySet keys = read(GOOD);

    assertThat(keys.size()).isEqualTo(1);
    assertThat(keys.find("rsa-1")).isNotNull();
    assertThat(keys.find("rsa-2")).isNull();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("unusable")
  void aKeyThatCannotServeIsLeftOutAndTheOthersServe(String name, String key)
      throws KeysUnavailableException {
    assertThat(read(key, OTHER).find("rsa-1")).isNull();
    assertThat(read(key, OTHER).find("other")).isNotNull();
  }

  static Stream<Arguments> unusable() {
    return Stream.of(
        arguments("for encryption", GOOD.replace("\"use\":\"sig\"", "\"use\":\"enc\"")),
        arguments("for another algorithm", GOOD.replace("\"RS256\"", "\"RS512\"")),
        arguments("for key management", GOOD.replace("\"RS256\"", "\"RSA-OAEP-256\"")),
        arguments("only to sign", GOOD.replace("\"use\":\"sig\"", "\"key_ops\":[\"sign\"]")),
        arguments("without an id", GOOD.replace("\"kid\"", "\"id\"")),
        arguments("of 1024 bits", rsaOf(1024)),
        arguments("of 16384 bits", rsaOf(16_384)),
        arguments("with its private part", TestKeys.RSA.toJSONString()),
        arguments(
            "a shared secret",
            new OctetSequenceKey.Builder(new byte[64]).keyID("rsa-1").build().toJSONString()),
        arguments("of an unknown kind", "{\"kty\":\"XYZ\",\"kid\":\"rsa-1\"}"),
        arguments("broken", "{\"kty\":\"RSA\",\"kid\":\"rsa-1\"}"),
        arguments(
            "a curve that does not fit",
            TestKeys.curve("rsa-1").toPublicJWK().toJSONString().replace("P-256", "P-384")),
        arguments("an id that two share", GOOD + "," + GOOD));
  }

  @ParameterizedTest(name = "{index}: {1}")
  @MethodSource("unreadable")
  void aSetThatCannotServeIsRefusedWhole(String text, String message) {
    assertThatThrownBy(() -> reader.read(text.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(KeysUnavailableException.class)
        .hasMessageContaining(message);
  }

  static Stream<Arguments> unreadable() {
    return Stream.of(
        arguments("", "not well-formed JSON"),
        arguments("<html>", "not well-formed JSON"),
        arguments("{\"keys\":[],\"keys\":[]}", "not well-formed JSON"),
        arguments("[" + GOOD + "]", "not well-formed JSON"),
        arguments("{\"keys\":[],\"x\":[1" + ",1".repeat(10_000) + "]}", "not well-formed JSON"),
        arguments("{}", "no list `keys`"),
        arguments("{\"keys\":{}}", "no list `keys`"),
        arguments("{\"keys\":[1]}", "not a list of keys"),
        arguments("{\"keys\":[]}", "no usable key"));
  }

  @Test
  void aSetOfTooManyKeysIsRefused() throws KeysUnavailableException {
    assertThat(read(Collections.nCopies(99, "{\"kty\":\"XYZ\"}"), GOOD).size()).isEqualTo(1);
    assertThatThrownBy(() -> read(Collections.nCopies(100, "{\"kty\":\"XYZ\"}"), GOOD))
        .isInstanceOf(KeysUnavailableException.class)
        .hasMessageContaining("more than 100 keys");
  }

  private KeySet read(List<String> keys, String last) throws KeysUnavailableException {
    return read(String.join(",", keys), last);
  }

  private KeySet read(String... keys) throws KeysUnavailableException {
    String text = "{\"keys\":[" + String.join(",", keys) + "]}";
    return reader.read(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Any odd number of that length will do: it is never used. */
  private static String rsaOf(int bits) {
    BigInteger modulus = BigInteger.ONE.shiftLeft(bits - 1).setBit(0);
    return new RSAKey.Builder(Base64URL.encode(modulus), Base64URL.from("AQAB"))
        .keyID("rsa-1")
        .build()
        .toJSONString();
  }
}
