package dev.verdict.server.door.grpc;

import dev.verdict.server.decision.Door;
import dev.verdict.server.metrics.RejectionCause;
import dev.verdict.server.metrics.ServerMetrics;
import io.grpc.Metadata;
import io.grpc.ServerStreamTracer;
import io.grpc.Status;
import java.util.Optional;

/**
 * Counts the calls that end without an answer. A tracer and not an interceptor: the transport turns
 * some calls away before any interceptor sees them.
 */
final class RejectionCounter extends ServerStreamTracer.Factory {

  /** Stateless, so that one serves all calls. */
  private final ServerStreamTracer tracer;

  RejectionCounter(ServerMetrics metrics) {
    tracer =
        new ServerStreamTracer() {
          @Override
          public void streamClosed(Status status) {
            cause(status.getCode()).ifPresent(cause -> metrics.rejected(Door.GRPC, cause));
          }
        };
  }

  @Override
  public ServerStreamTracer newServerStreamTracer(String method, Metadata metadata) {
    return tracer;
  }

  /** Empty: it was answered, or the caller gave up. */
  private static Optional<RejectionCause> cause(Status.Code code) {
    return switch (code) {
      case OK, CANCELLED, DEADLINE_EXCEEDED -> Optional.empty();
      case INVALID_ARGUMENT, NOT_FOUND, OUT_OF_RANGE, FAILED_PRECONDITION ->
          Optional.of(RejectionCause.INVALID_REQUEST);
      case UNAUTHENTICATED -> Optional.of(RejectionCause.UNAUTHENTICATED);
      case PERMISSION_DENIED -> Optional.of(RejectionCause.FORBIDDEN);
      case RESOURCE_EXHAUSTED -> Optional.of(RejectionCause.TOO_LARGE);
      case UNIMPLEMENTED -> Optional.of(RejectionCause.NO_SUCH_ENDPOINT);
      case UNAVAILABLE -> Optional.of(RejectionCause.SHUTTING_DOWN);
      case INTERNAL, UNKNOWN, DATA_LOSS, ABORTED, ALREADY_EXISTS ->
          Optional.of(RejectionCause.INTERNAL);
    };
  }
}
