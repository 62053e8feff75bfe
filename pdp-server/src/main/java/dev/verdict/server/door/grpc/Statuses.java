package dev.verdict.server.door.grpc;

import dev.verdict.server.refusal.Refusal;
import dev.verdict.server.refusal.RefusalKind;
import io.grpc.Status;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** The table of refusals in gRPC's own types, in both directions. */
final class Statuses {

  private static final Map<Status.Code, RefusalKind> KINDS = new EnumMap<>(Status.Code.class);

  static {
    for (RefusalKind kind : RefusalKind.values()) {
      KINDS.putIfAbsent(code(kind), kind);
    }
  }

  private Statuses() {}

  /** The status of a call that is refused. */
  static Status of(Refusal refusal) {
    return code(refusal.kind())
        .toStatus()
        .withDescription(refusal.message())
        .withCause(new RefusalCause(refusal.kind()));
  }

  static Status.Code code(RefusalKind kind) {
    return Status.Code.valueOf(kind.grpcCode());
  }

  /**
   * Why a call ended with that status. Empty: it was answered, or the caller gave up.
   *
   * <p>Some are not ours but come from gRPC, its health service and its reflection.
   */
  static Optional<RefusalKind> kind(Status status) {
    return status.getCause() instanceof RefusalCause cause
        ? Optional.of(cause.kind())
        : kindOf(status.getCode());
  }

  private static Optional<RefusalKind> kindOf(Status.Code code) {
    return switch (code) {
      case OK, CANCELLED, DEADLINE_EXCEEDED -> Optional.empty();
      case NOT_FOUND, OUT_OF_RANGE, FAILED_PRECONDITION -> Optional.of(RefusalKind.INVALID_REQUEST);
      case UNKNOWN, DATA_LOSS, ABORTED, ALREADY_EXISTS -> Optional.of(RefusalKind.INTERNAL);
      case INVALID_ARGUMENT,
          UNAUTHENTICATED,
          PERMISSION_DENIED,
          RESOURCE_EXHAUSTED,
          UNIMPLEMENTED,
          UNAVAILABLE,
          INTERNAL ->
          Optional.ofNullable(KINDS.get(code));
    };
  }
}
