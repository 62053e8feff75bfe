package dev.verdict.policy.rename;

import java.util.List;

/** Ends the work on a wish to rename that cannot be met. */
final class RenameRefusedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient RenameOutcome.Refused refusal;

  RenameRefusedException(String message, List<Remark> remarks) {
    super(message, null, false, false);
    refusal = new RenameOutcome.Refused(message, remarks);
  }

  RenameRefusedException(String message) {
    this(message, List.of());
  }

  RenameOutcome.Refused refusal() {
    return refusal;
  }
}
