package dev.verdict.server.identity.key;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import dev.verdict.server.configuration.SignatureAlgorithm;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An issuer's usable keys by their id. */
final class KeySet {

  private static final int MIN_RSA_BITS = 2048;
  private static final int MAX_RSA_BITS = 8192;

  private final Map<String, VerificationKey> keys;

  private KeySet(Map<String, VerificationKey> keys) {
    this.keys = Map.copyOf(keys);
  }

  /**
   * Keeps what can verify a token. The rest is left out and not an error: issuers publish
   * encryption keys and keys of other kinds beside. So is an id that two usable keys share, for
   * nothing says which one is meant.
   */
  static KeySet of(List<JWK> published, List<SignatureAlgorithm> accepted) {
    var keys = new HashMap<String, VerificationKey>();
    var shared = new HashSet<String>();
    for (JWK key : published) {
      usable(key, accepted)
          .ifPresent(
              usable -> {
                if (keys.put(key.getKeyID(), usable) != null) {
                  shared.add(key.getKeyID());
                }
              });
    }
    keys.keySet().removeAll(shared);
    return new KeySet(keys);
  }

  /** The same keys, by the objects of an earlier set where nothing about a key has changed. */
  KeySet keeping(KeySet earlier) {
    var kept = new HashMap<String, VerificationKey>(keys);
    kept.replaceAll(
        (id, key) -> {
          VerificationKey before = earlier.find(id);
          return before != null && before.isSameAs(key) ? before : key;
        });
    return new KeySet(kept);
  }

  /** True where both accept exactly the same signatures; of a set and one that keeps its keys. */
  boolean isSameAs(KeySet kept) {
    return keys.equals(kept.keys);
  }

  @Nullable VerificationKey find(String id) {
    return keys.get(id);
  }

  int size() {
    return keys.size();
  }

  private static Optional<VerificationKey> usable(JWK key, List<SignatureAlgorithm> accepted) {
    if (key.getKeyID() == null || key.getKeyID().isEmpty() || key.isPrivate() || !verifies(key)) {
      return Optional.empty();
    }
    return accepted.stream()
        .filter(algorithm -> statedOrOpen(key, algorithm) && KeySet.fits(key, algorithm))
        .findFirst()
        .flatMap(algorithm -> verificationKey(key, algorithm));
  }

  /** By {@code use} and {@code key_ops} (RFC 7517 §4.2, §4.3). */
  private static boolean verifies(JWK key) {
    boolean forSignatures = key.getKeyUse() == null || key.getKeyUse().identifier().equals("sig");
    boolean forVerification =
        key.getKeyOperations() == null
            || key.getKeyOperations().stream().anyMatch(use -> use.identifier().equals("verify"));
    return forSignatures && forVerification;
  }

  private static boolean statedOrOpen(JWK key, SignatureAlgorithm algorithm) {
    return key.getAlgorithm() == null || key.getAlgorithm().getName().equals(algorithm.name());
  }

  private static boolean fits(JWK key, SignatureAlgorithm algorithm) {
    return switch (algorithm) {
      case RS256, RS384, RS512, PS256, PS384, PS512 ->
          key instanceof RSAKey && key.size() >= MIN_RSA_BITS && key.size() <= MAX_RSA_BITS;
      case ES256 -> isOnCurve(key, "P-256");
      case ES384 -> isOnCurve(key, "P-384");
      case ES512 -> isOnCurve(key, "P-521");
    };
  }

  private static boolean isOnCurve(JWK key, String name) {
    return key instanceof ECKey curveKey && curveKey.getCurve().getName().equals(name);
  }

  private static Optional<VerificationKey> verificationKey(JWK key, SignatureAlgorithm algorithm) {
    try {
      return Optional.of(
          new VerificationKey(
              algorithm,
              key.computeThumbprint(),
              key instanceof ECKey curveKey
                  ? new ECDSAVerifier(curveKey)
                  : new RSASSAVerifier(key.toRSAKey())));
    } catch (JOSEException unusable) {
      return Optional.empty();
    }
  }
}
