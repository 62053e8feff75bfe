package dev.verdict.server.transport;

import dev.verdict.server.decision.Door;
import dev.verdict.server.metrics.ServerMetrics;
import dev.verdict.server.transport.Fault.Kind;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import java.time.Duration;
import java.util.function.IntFunction;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** The server of one event loop; all of them share one port. */
public final class DoorServer extends VerticleBase {

  /** Room for a large token; what exceeds it is refused. */
  public static final int MAX_HEADER_BYTES = 16 << 10;

  private static final long SWEEP_MILLISECONDS = 1_000;

  private final HttpServerOptions options;
  private final SocketAddress address;
  private final IntFunction<Endpoints> endpointsAtPort;
  private final ServerMetrics metrics;
  private final ConnectionDeadlines deadlines;

  private volatile @Nullable HttpServer server;
  private volatile @Nullable Endpoints endpoints;

  public DoorServer(
      HttpServerOptions options,
      SocketAddress address,
      IntFunction<Endpoints> endpointsAtPort,
      ServerMetrics metrics,
      LongSupplier nanoseconds) {
    this.options = options;
    this.address = address;
    this.endpointsAtPort = endpointsAtPort;
    this.metrics = metrics;
    this.deadlines = new ConnectionDeadlines(nanoseconds);
  }

  @Override
  public Future<?> start() {
    vertx.setPeriodic(SWEEP_MILLISECONDS, timer -> deadlines.sweep());
    return vertx
        .createHttpServer(options)
        .connectionHandler(this::connected)
        .requestHandler(this::accept)
        .invalidRequestHandler(this::refuse)
        .listen(address)
        .onSuccess(
            listening -> {
              endpoints = endpointsAtPort.apply(listening.actualPort());
              server = listening;
            });
  }

  /** Where it listens; 0 before it does. */
  public int port() {
    HttpServer listening = server;
    return listening == null ? 0 : listening.actualPort();
  }

  /** Takes no more connections and completes once those under way are answered, or time is up. */
  public Future<Void> drain(Duration max) {
    HttpServer listening = server;
    return listening == null ? Future.succeededFuture() : listening.shutdown(max);
  }

  private void connected(HttpConnection connection) {
    deadlines.opened(connection);
    connection.closeHandler(closed -> deadlines.closed(connection));
  }

  private void accept(HttpServerRequest request) {
    Endpoints known = endpoints;
    if (known == null) {
      // came in between listening and knowing where: as if it had come before
      request.connection().close();
    } else {
      new Exchange(request, known, deadlines, metrics).begin();
    }
  }

  /** For what is not HTTP, or has a head beyond the limits. */
  private void refuse(HttpServerRequest request) {
    Fault fault = fault(request.decoderResult().cause());
    metrics.rejected(Door.HTTP, fault.kind().cause());
    request
        .response()
        .setStatusCode(fault.status())
        .putHeader("connection", "close")
        .putHeader("content-type", "application/json")
        .end(Answer.of(fault).body());
    request.connection().close();
  }

  private static Fault fault(Throwable cause) {
    if (cause instanceof TooLongHttpLineException) {
      return new Fault(Kind.TARGET_TOO_LONG, "the request line is too long");
    }
    if (cause instanceof TooLongHttpHeaderException) {
      return new Fault(
          Kind.HEADERS_TOO_LARGE, "the headers are larger than " + MAX_HEADER_BYTES + " bytes");
    }
    return Fault.invalid("the request is not HTTP/1.1");
  }
}
