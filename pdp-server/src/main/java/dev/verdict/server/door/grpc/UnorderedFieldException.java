package dev.verdict.server.door.grpc;

/** A message has a field twice that should be there once, or fields in an unusual order. */
final class UnorderedFieldException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UnorderedFieldException() {
    super("a field is not where encoders write it", null, false, false);
  }
}
