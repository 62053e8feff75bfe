package dev.verdict.server.configuration;

/**
 * How a token may be signed (RFC 7518 §3.1). Asymmetric only: with a shared secret whoever can
 * verify a token can also make one.
 */
public enum SignatureAlgorithm {
  RS256,
  RS384,
  RS512,
  PS256,
  PS384,
  PS512,
  ES256,
  ES384,
  ES512
}
