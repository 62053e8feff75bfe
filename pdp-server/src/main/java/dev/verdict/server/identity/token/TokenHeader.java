package dev.verdict.server.identity.token;

import dev.verdict.server.configuration.SignatureAlgorithm;
import dev.verdict.server.identity.RefusedTokenException;
import dev.verdict.server.identity.TokenFault;
import dev.verdict.server.identity.key.JsonObject;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a token says of itself (RFC 7515 §4.1). A key that it brings along or points to ({@code
 * jwk}, {@code jku}, {@code x5c}, {@code x5u}) is never looked at: keys come from the
 * configuration.
 *
 * @param type {@code typ} in lower case, without {@code application/}
 */
record TokenHeader(SignatureAlgorithm algorithm, String keyId, Optional<String> type) {

  private static final Map<String, SignatureAlgorithm> ALGORITHMS =
      Arrays.stream(SignatureAlgorithm.values())
          .collect(Collectors.toUnmodifiableMap(Enum::name, Function.identity()));

  private static final String MEDIA_TYPE = "application/";

  static TokenHeader read(byte[] bytes) throws RefusedTokenException {
    JsonObject header = JsonObject.read(bytes);
    if (header.has("crit") || header.has("b64")) {
      throw new RefusedTokenException(TokenFault.MALFORMED);
    }
    SignatureAlgorithm algorithm =
        header
            .text("alg")
            .map(ALGORITHMS::get)
            .orElseThrow(() -> new RefusedTokenException(TokenFault.ALGORITHM_NOT_ACCEPTED));
    String keyId =
        header
            .text("kid")
            .filter(id -> !id.isEmpty())
            .orElseThrow(() -> new RefusedTokenException(TokenFault.UNKNOWN_KEY));
    return new TokenHeader(algorithm, keyId, header.text("typ").map(TokenHeader::plainType));
  }

  /** Media types do not tell case apart, and may leave out their first part (RFC 7515 §4.1.9). */
  static String plainType(String type) {
    String lower = type.toLowerCase(Locale.ROOT);
    return lower.startsWith(MEDIA_TYPE) ? lower.substring(MEDIA_TYPE.length()) : lower;
  }
}
