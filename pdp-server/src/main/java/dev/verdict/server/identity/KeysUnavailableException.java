package dev.verdict.server.identity;

/** An issuer's keys cannot be had. The message is for the operator. */
final class KeysUnavailableException extends Exception {

  private static final long serialVersionUID = 1L;

  KeysUnavailableException(String message) {
    super(message);
  }
}
