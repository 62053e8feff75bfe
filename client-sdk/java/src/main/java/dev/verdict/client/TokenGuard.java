package dev.verdict.client;

import dev.verdict.client.PdpException.Kind;

/**
 * Keeps bearer tokens off connections on which others can read them: whoever reads one can use it
 * (RFC 6750 §5.3).
 */
record TokenGuard(Target target, boolean readable) {

  /**
   * A guard for a client.
   *
   * @param plaintext whether it connects without TLS
   * @param allowed whether it was told that tokens may go that way
   */
  static TokenGuard of(Target target, boolean plaintext, boolean allowed) {
    return new TokenGuard(target, plaintext && !target.loopback() && !allowed);
  }

  /** Refuses a client that would send its own token with each call. */
  void checkOwnToken() {
    if (readable) {
      throw new IllegalStateException("bearerToken: " + message("this client's token"));
    }
  }

  /** Refuses a request that holds the token of its subject. */
  void check(AccessRequest request) {
    if (readable && request.subject() instanceof Subject.Token) {
      throw new PdpException(Kind.INVALID_REQUEST, message("the subject's token"));
    }
  }

  private String message(String token) {
    return token
        + " would go to `"
        + target.text()
        + "` in plaintext, where others can read it; use TLS (leave out `plaintext()`), or add"
        + " `allowTokensInPlaintext()` if the network itself encrypts";
  }
}
