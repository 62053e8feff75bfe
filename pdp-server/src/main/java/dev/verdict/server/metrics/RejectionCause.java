package dev.verdict.server.metrics;

/** Why a door turned a call away without a decision. */
public enum RejectionCause {
  /** The request cannot be understood. */
  INVALID_REQUEST,
  /** The credential is missing or not accepted. */
  UNAUTHENTICATED,
  /** The caller may not assert what it asserts. */
  FORBIDDEN,
  /** The body or the header is larger than the server takes. */
  TOO_LARGE,
  /** The request did not arrive in time. */
  TIMEOUT,
  /** There is no such endpoint, or not with this method. */
  NO_SUCH_ENDPOINT,
  /** The server is going down. */
  SHUTTING_DOWN,
  /** A fault of the server. */
  INTERNAL
}
