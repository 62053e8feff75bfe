package dev.verdict.server.wiring;

import dev.verdict.server.repository.LoadFailure;

/** A server cannot start, because there is no policy that it could decide by. */
public final class PoliciesRejectedException extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient LoadFailure failure;

  PoliciesRejectedException(LoadFailure failure) {
    super(failure.report());
    this.failure = failure;
  }

  /** What is wrong with the policies, or why they could not be read. */
  public LoadFailure failure() {
    return failure;
  }
}
