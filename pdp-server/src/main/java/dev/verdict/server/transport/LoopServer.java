package dev.verdict.server.transport;

import dev.verdict.server.connection.Connection;
import dev.verdict.server.connection.Connections;
import dev.verdict.server.connection.Listener;
import dev.verdict.server.refusal.Refusal;
import dev.verdict.server.refusal.RefusalKind;
import dev.verdict.server.refusal.RefusalListener;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.netty.util.NetUtil;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** The server of one event loop; all of them share one port. */
final class LoopServer extends VerticleBase {

  /** Room for the largest token and as much again; what exceeds it is refused. */
  static final int MAX_HEADER_BYTES = 24 << 10;

  private static final long SWEEP_MILLISECONDS = 1_000;

  private final HttpServerOptions options;
  private final SocketAddress address;
  private final IntFunction<Endpoints> endpointsAtPort;
  private final HostRule hosts;
  private final Connections connections;
  private final RefusalListener refusals;
  private final AnswerWriter writer;
  private final ConnectionDeadlines deadlines;

  private volatile @Nullable HttpServer server;
  private volatile @Nullable Endpoints endpoints;

  LoopServer(
      HttpServerOptions options,
      SocketAddress address,
      IntFunction<Endpoints> endpointsAtPort,
      HostRule hosts,
      Connections connections,
      RefusalListener refusals,
      LongSupplier nanoseconds) {
    this.options = options;
    this.address = address;
    this.endpointsAtPort = endpointsAtPort;
    this.hosts = hosts;
    this.connections = connections;
    this.refusals = refusals;
    this.writer = new AnswerWriter(connections.answers(), refusals);
    this.deadlines = new ConnectionDeadlines(nanoseconds, connections.limits().idle());
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
  int port() {
    HttpServer listening = server;
    return listening == null ? 0 : listening.actualPort();
  }

  /** Each answer from now on is the last of its connection. */
  void lastAnswers() {
    deadlines.drain();
  }

  /** Takes no more connections and completes once those under way are answered, or time is up. */
  Future<Void> drain(Duration max) {
    HttpServer listening = server;
    return listening == null ? Future.succeededFuture() : listening.shutdown(max);
  }

  private void connected(HttpConnection connection) {
    Optional<Connection> counted =
        connections.find(Listener.HTTP, remote(connection.remoteAddress()));
    if (counted.isEmpty()) {
      // it had to give way before its handshake was over
      connection.close();
      return;
    }
    deadlines.opened(connection, counted.get());
    connection.closeHandler(closed -> deadlines.closed(connection));
  }

  private static InetSocketAddress remote(SocketAddress address) {
    return new InetSocketAddress(
        NetUtil.createInetAddressFromIpAddressString(address.hostAddress()), address.port());
  }

  private void accept(HttpServerRequest request) {
    Endpoints known = endpoints;
    ConnectionDeadlines.Wait wait = deadlines.find(request.connection());
    if (known == null || wait == null) {
      // came in between listening and knowing where: as if it had come before
      request.connection().close();
    } else if (wait.isLeaving()) {
      request.pause();
    } else {
      new Exchange(request, known, wait, hosts, connections.bytes(), writer, context).begin();
    }
  }

  /** For what is not HTTP, or has a head beyond the limits. */
  private void refuse(HttpServerRequest request) {
    Refusal refusal = refusal(request.decoderResult().cause());
    refusals.refused(refusal.kind());
    request
        .response()
        .setStatusCode(refusal.kind().httpStatus())
        .putHeader("connection", "close")
        .putHeader("content-type", "application/json")
        .end(Buffer.buffer(Answer.error(refusal)));
    ConnectionDeadlines.Wait wait = deadlines.find(request.connection());
    if (wait == null) {
      request.connection().close();
    } else {
      wait.close();
    }
  }

  private static Refusal refusal(Throwable cause) {
    if (cause instanceof TooLongHttpLineException) {
      return new Refusal(RefusalKind.TARGET_TOO_LONG, "the request line is too long");
    }
    if (cause instanceof TooLongHttpHeaderException) {
      return new Refusal(
          RefusalKind.HEADERS_TOO_LARGE,
          "the headers are larger than " + MAX_HEADER_BYTES + " bytes");
    }
    return Refusal.invalid("the request is not HTTP/1.1");
  }
}
