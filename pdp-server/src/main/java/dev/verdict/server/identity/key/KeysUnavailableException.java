package dev.verdict.server.identity.key;

/** An issuer's keys cannot be had. The message is for the operator. */
public final class KeysUnavailableException extends Exception {

  private static final long serialVersionUID = 1L;

  KeysUnavailableException(String message) {
    super(message);
  }
}
