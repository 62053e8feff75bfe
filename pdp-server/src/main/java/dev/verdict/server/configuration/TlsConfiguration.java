package dev.verdict.server.configuration;

import java.nio.file.Path;
import java.util.List;

/**
 * What the gRPC and the HTTP door show to prove who they are.
 *
 * @param certificate a PEM file with the certificate and those that lead to a known authority
 * @param key a PEM file with its private key, unencrypted PKCS #8
 */
public record TlsConfiguration(Path certificate, Path key) {

  /** Versions of TLS that are spoken. */
  public static final List<String> PROTOCOLS = List.of("TLSv1.3", "TLSv1.2");

  /**
   * Cipher suites that are spoken: of TLS 1.2 those with forward secrecy and authenticated
   * encryption alone (RFC 9325 §4.2).
   */
  public static final List<String> CIPHER_SUITES =
      List.of(
          "TLS_AES_128_GCM_SHA256",
          "TLS_AES_256_GCM_SHA384",
          "TLS_CHACHA20_POLY1305_SHA256",
          "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
          "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
          "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
          "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
          "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256",
          "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256");
}
