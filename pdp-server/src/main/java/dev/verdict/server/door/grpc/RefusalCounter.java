package dev.verdict.server.door.grpc;

import dev.verdict.server.refusal.RefusalListener;
import io.grpc.Metadata;
import io.grpc.ServerStreamTracer;
import io.grpc.Status;

/**
 * Tells of the calls that end without an answer. A tracer and not an interceptor: the transport
 * turns some calls away before any interceptor sees them.
 */
final class RefusalCounter extends ServerStreamTracer.Factory {

  /** Stateless, so that one serves all calls. */
  private final ServerStreamTracer tracer;

  RefusalCounter(RefusalListener refusals) {
    tracer =
        new ServerStreamTracer() {
          @Override
          public void streamClosed(Status status) {
            Statuses.kind(status).ifPresent(refusals::refused);
          }
        };
  }

  @Override
  public ServerStreamTracer newServerStreamTracer(String method, Metadata metadata) {
    return tracer;
  }
}
