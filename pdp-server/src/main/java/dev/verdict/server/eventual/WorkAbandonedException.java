package dev.verdict.server.eventual;

/**
 * Work in turns has ended before it was done: it took too long, or nobody waits for it any more.
 */
public final class WorkAbandonedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Without a stack trace: it is the caller's doing. */
  WorkAbandonedException() {
    super("the work takes longer than it may, or nobody waits for it", null, false, false);
  }
}
