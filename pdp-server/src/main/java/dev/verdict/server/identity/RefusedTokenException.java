package dev.verdict.server.identity;

/**
 * A token is not accepted. Known to the packages of identity alone: callers learn nothing of the
 * fault.
 */
public final class RefusedTokenException extends Exception {

  private static final long serialVersionUID = 1L;

  private final TokenFault fault;

  /** Without a stack trace: bad tokens must not cost more than good ones. */
  public RefusedTokenException(TokenFault fault) {
    super(fault.name(), null, false, false);
    this.fault = fault;
  }

  public TokenFault fault() {
    return fault;
  }
}
