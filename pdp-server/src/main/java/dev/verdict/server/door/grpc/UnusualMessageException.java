package dev.verdict.server.door.grpc;

/**
 * A message is not written as encoders write it: a field stands twice that should be there once, or
 * in an unusual order; or it is malformed.
 */
final class UnusualMessageException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UnusualMessageException() {
    super("the message is not as encoders write it", null, false, false);
  }
}
