package dev.verdict.server.identity;

/** A token is not accepted. Never leaves this package: callers learn nothing of the fault. */
final class RefusedTokenException extends Exception {

  private static final long serialVersionUID = 1L;

  private final TokenFault fault;

  /** Without a stack trace: bad tokens must not cost more than good ones. */
  RefusedTokenException(TokenFault fault) {
    super(fault.name(), null, false, false);
    this.fault = fault;
  }

  TokenFault fault() {
    return fault;
  }
}
