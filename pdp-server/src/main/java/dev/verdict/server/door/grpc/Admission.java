package dev.verdict.server.door.grpc;

import dev.verdict.policy.decision.Decision;
import dev.verdict.policy.decision.Reason;
import dev.verdict.policy.decision.ReasonCode;
import dev.verdict.server.decision.Ask;
import io.grpc.Status;

/** Whether a message may be decided. */
sealed interface Admission {

  /** It may. */
  record Admitted(Ask ask) implements Admission {}

  /** It may not: cannot be understood, or the caller cannot be trusted with it. */
  record Refused(Cause cause, String message) implements Admission {

    /** What to say where it is the only question of its call. */
    Status status() {
      return cause.code.toStatus().withDescription(message);
    }

    /** What to say where it is one of a batch; no snapshot was asked, so none is named. */
    Decision decision() {
      return Decision.deny(new Reason(cause.reason, message), "");
    }
  }

  /** Why a message may not be decided. */
  enum Cause {
    INVALID(Status.Code.INVALID_ARGUMENT, ReasonCode.INVALID_REQUEST),
    UNAUTHENTICATED(Status.Code.UNAUTHENTICATED, ReasonCode.UNAUTHENTICATED),
    FORBIDDEN(Status.Code.PERMISSION_DENIED, ReasonCode.FORBIDDEN);

    private final Status.Code code;
    private final ReasonCode reason;

    Cause(Status.Code code, ReasonCode reason) {
      this.code = code;
      this.reason = reason;
    }
  }
}
