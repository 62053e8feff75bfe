package dev.verdict.server.door.admin;

import dev.verdict.server.connection.Connections;
import dev.verdict.server.connection.Listener;
import dev.verdict.server.refusal.Refusal;
import dev.verdict.server.repository.RepositoryStatus;
import dev.verdict.server.transport.EventLoops;
import dev.verdict.server.transport.HostRule;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.net.SocketAddress;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The operator's surface, on a port of its own: {@code /healthz}, {@code /readyz}, {@code /metrics}
 * and {@code /status}. It has no credential: the port must not be reachable by strangers.
 */
public final class AdminDoor implements AutoCloseable {

  private static final int MAX_IDLE_SECONDS = 60;
  private static final Duration MAX_START = Duration.ofSeconds(30);
  private static final Set<String> METHODS = Set.of("GET", "HEAD");

  private final EventLoops eventLoops;
  private final InetSocketAddress address;

  private AdminDoor(EventLoops eventLoops, InetSocketAddress address) {
    this.eventLoops = eventLoops;
    this.address = address;
  }

  /**
   * Starts to listen, and returns once it does.
   *
   * @param address port 0: any free one, see {@link #address()}
   * @param metrics what {@code /metrics} answers, in the Prometheus text format
   * @param status of the policy repository; absent before the first activation. Must not block
   * @param readiness whether callers should be sent to the doors
   * @param hosts which names of the port are answered
   * @param connections counts what is open here
   * @throws IOException where the address is taken
   */
  public static AdminDoor open(
      InetSocketAddress address,
      Supplier<String> metrics,
      Supplier<Optional<RepositoryStatus>> status,
      Supplier<Readiness> readiness,
      HostRule hosts,
      Connections connections)
      throws IOException {
    if (address.isUnresolved()) {
      throw new IOException("cannot serve the admin port on " + address + ": no such host");
    }
    EventLoops eventLoops = EventLoops.start(1, connections, Listener.ADMIN);
    HttpServer server =
        eventLoops
            .vertx()
            .createHttpServer(
                new HttpServerOptions()
                    .setHttp2ClearTextEnabled(false)
                    .setIdleTimeout(MAX_IDLE_SECONDS))
            .requestHandler(
                request ->
                    whenRead(request, () -> answer(request, metrics, status, readiness, hosts)));
    try {
      EventLoops.await(server.listen(SocketAddress.inetSocketAddress(address)), MAX_START);
    } catch (IOException failed) {
      eventLoops.close();
      throw new IOException(
          "cannot serve the admin port on " + address + ": " + failed.getMessage(), failed);
    }
    return new AdminDoor(
        eventLoops, new InetSocketAddress(address.getAddress(), server.actualPort()));
  }

  /** Where it listens. */
  public InetSocketAddress address() {
    return address;
  }

  /** Stops at once: nothing here is worth waiting for. */
  @Override
  public void close() {
    eventLoops.close();
  }

  /** A caller that does not read its answers gets no further ones: they would pile up. */
  private static void whenRead(HttpServerRequest request, Runnable answer) {
    if (request.response().writeQueueFull()) {
      request.response().drainHandler(drained -> answer.run());
    } else {
      answer.run();
    }
  }

  private static void answer(
      HttpServerRequest request,
      Supplier<String> metrics,
      Supplier<Optional<RepositoryStatus>> status,
      Supplier<Readiness> readiness,
      HostRule hosts) {
    HttpServerResponse response = request.response();
    Optional<Refusal> refusal = hosts.refusal(request);
    if (refusal.isPresent()) {
      send(
          response,
          refusal.get().kind().httpStatus(),
          "text/plain",
          refusal.get().message() + "\n");
      return;
    }
    if (!METHODS.contains(request.method().name())) {
      response.putHeader("allow", "GET, HEAD");
      send(response, 405, "text/plain", "this port answers to GET and HEAD\n");
      return;
    }
    switch (request.path()) {
      case "/healthz" -> send(response, 200, "text/plain", "ok\n");
      case "/readyz" -> ready(response, readiness.get());
      case "/metrics" -> send(response, 200, "text/plain; version=0.0.4", metrics.get());
      case "/status" ->
          send(response, 200, "application/json", StatusDocument.of(readiness.get(), status.get()));
      default -> send(response, 404, "text/plain", "there is no such page\n");
    }
  }

  private static void ready(HttpServerResponse response, Readiness readiness) {
    send(response, readiness == Readiness.READY ? 200 : 503, "text/plain", readiness.text());
  }

  private static void send(HttpServerResponse response, int status, String type, String body) {
    response
        .setStatusCode(status)
        .putHeader("content-type", type + "; charset=utf-8")
        .putHeader("cache-control", "no-store")
        .end(body);
  }
}
