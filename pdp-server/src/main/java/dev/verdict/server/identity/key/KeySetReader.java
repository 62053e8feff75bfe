package dev.verdict.server.identity.key;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.util.JSONObjectUtils;
import dev.verdict.policy.request.InvalidRequestException;
import dev.verdict.policy.request.Value;
import dev.verdict.server.configuration.SignatureAlgorithm;
import dev.verdict.server.json.JsonReader;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a JSON Web Key Set (RFC 7517 §5), bounded. */
public final class KeySetReader {

  private static final int MAX_KEYS = 100;

  private final List<SignatureAlgorithm> accepted;

  /**
   * @param accepted how tokens may be signed; keys for anything else are left out
   */
  public KeySetReader(List<SignatureAlgorithm> accepted) {
    this.accepted = accepted;
  }

  KeySet read(byte[] bytes) throws KeysUnavailableException {
    checkShape(bytes);
    KeySet keys = KeySet.of(published(bytes), accepted);
    if (keys.size() == 0) {
      throw new KeysUnavailableException(
          "the key set holds no usable key (expected: public RSA keys of 2048 bits or more or"
              + " elliptic curve keys, for signatures, each with its own `kid`, for one of"
              + " `algorithms`)");
    }
    return keys;
  }

  private static void checkShape(byte[] bytes) throws KeysUnavailableException {
    try {
      Value keys = JsonReader.read(bytes, JsonObject.BOUNDS).members().get("keys");
      if (!(keys instanceof Value.Sequence list)) {
        throw new KeysUnavailableException("the key set has no list `keys`");
      }
      if (list.values().size() > MAX_KEYS) {
        throw new KeysUnavailableException("the key set holds more than " + MAX_KEYS + " keys");
      }
    } catch (InvalidRequestException notStrictJson) {
      throw new KeysUnavailableException("the key set is not well-formed JSON");
    }
  }

  private static List<JWK> published(byte[] bytes) throws KeysUnavailableException {
    try {
      var keys = new ArrayList<JWK>();
      String text = new String(bytes, StandardCharsets.UTF_8);
      for (Map<String, Object> key :
          JSONObjectUtils.getJSONObjectArray(JSONObjectUtils.parse(text), "keys")) {
        parse(key).ifPresent(keys::add);
      }
      return keys;
    } catch (ParseException unreadable) {
      throw new KeysUnavailableException("the key set is not a list of keys");
    }
  }

  /** Nothing for a key of a kind that is not known, or that is broken: the others still serve. */
  private static Optional<JWK> parse(Map<String, Object> key) {
    try {
      return Optional.of(JWK.parse(key));
    } catch (ParseException | IllegalArgumentException | IllegalStateException unusable) {
      return Optional.empty();
    }
  }
}
