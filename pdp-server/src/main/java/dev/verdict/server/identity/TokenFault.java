package dev.verdict.server.identity;

/** Why a token was not accepted. The caller is told none of this. */
public enum TokenFault {
  /** No token where one is needed. */
  MISSING,
  /** Not a signed token in compact form, or not strictly so. */
  MALFORMED,
  TOO_LARGE,
  UNKNOWN_ISSUER,
  UNKNOWN_KEY,
  /** The issuer's keys could not be had, or are too old to be trusted. */
  KEYS_UNAVAILABLE,
  ALGORITHM_NOT_ACCEPTED,
  BAD_SIGNATURE,
  /** Another kind of token, such as an ID token. */
  WRONG_TYPE,
  WRONG_AUDIENCE,
  EXPIRED,
  NOT_YET_VALID,
  /** A claim is missing or has no usable value. */
  INVALID_CLAIM,
  /** Bound to a key whose possession was not shown. */
  PROOF_REQUIRED
}
