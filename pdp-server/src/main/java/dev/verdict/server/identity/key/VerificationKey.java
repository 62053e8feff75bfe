package dev.verdict.server.identity.key;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.util.Base64URL;
import dev.verdict.server.configuration.SignatureAlgorithm;

/** One public key, for exactly one algorithm (RFC 8725 §3.1). Safe for use by many threads. */
public final class VerificationKey {

  private final SignatureAlgorithm algorithm;
  private final Base64URL thumbprint;
  private final JWSVerifier verifier;
  private final JWSHeader header;

  /**
   * @param thumbprint of the public key (RFC 7638)
   */
  VerificationKey(SignatureAlgorithm algorithm, Base64URL thumbprint, JWSVerifier verifier) {
    this.algorithm = algorithm;
    this.thumbprint = thumbprint;
    this.verifier = verifier;
    this.header = new JWSHeader(JWSAlgorithm.parse(algorithm.name()));
  }

  /** Whether both accept exactly the same signatures. */
  boolean isSameAs(VerificationKey other) {
    return algorithm == other.algorithm && thumbprint.equals(other.thumbprint);
  }

  public SignatureAlgorithm algorithm() {
    return algorithm;
  }

  /**
   * Whether this key signed a token; a header of our own keeps the token's out of the library.
   *
   * @param signedBytes what the signature covers
   */
  public boolean signed(byte[] signedBytes, byte[] signature) {
    try {
      return verifier.verify(header, signedBytes, Base64URL.encode(signature));
    } catch (JOSEException cannotTell) {
      return false;
    }
  }
}
