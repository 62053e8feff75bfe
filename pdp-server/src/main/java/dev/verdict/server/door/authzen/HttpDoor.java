package dev.verdict.server.door.authzen;

import dev.verdict.policy.limit.Limits;
import dev.verdict.server.configuration.TlsConfiguration;
import dev.verdict.server.decision.DecisionService;
import dev.verdict.server.identity.IdentityGate;
import dev.verdict.server.metrics.ServerMetrics;
import dev.verdict.server.transport.DoorServer;
import dev.verdict.server.transport.Endpoints;
import dev.verdict.server.transport.EventLoops;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.SocketAddress;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntFunction;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * The HTTP surface of the decision point: OpenID AuthZEN 1.0 evaluation, evaluations and metadata
 * over HTTP/1.1.
 *
 * <p>Calls are answered on the event loop that read them: a decision never blocks, and a hop to
 * another thread would cost more than the decision.
 */
public final class HttpDoor implements AutoCloseable {

  private static final int MAX_REQUEST_LINE_BYTES = 4 << 10;
  private static final Duration MAX_HANDSHAKE = Duration.ofSeconds(10);
  private static final Duration MAX_START = Duration.ofSeconds(30);
  private static final Duration MAX_DRAIN = Duration.ofSeconds(5);
  private static final Duration MAX_STOP = MAX_DRAIN.plusSeconds(2);

  private final EventLoops eventLoops;
  private final List<DoorServer> servers;
  private final InetSocketAddress address;
  private final AtomicBoolean closed = new AtomicBoolean();

  private HttpDoor(EventLoops eventLoops, List<DoorServer> servers, InetSocketAddress address) {
    this.eventLoops = eventLoops;
    this.servers = servers;
    this.address = address;
  }

  /**
   * Starts to listen, and returns once it does.
   *
   * @param address port 0: any free one, see {@link #address()}
   * @param tls absent: in the clear
   * @param clock read once for each call, for {@code context.now}
   * @param publicUrl under which callers know this server; absent: the address that it listens on,
   *     which is good for development only
   * @param limits how large a request may be
   * @throws IOException where the address is taken or the TLS files cannot be used
   * @throws IllegalArgumentException for a public URL that cannot be one
   */
  public static HttpDoor open(
      InetSocketAddress address,
      Optional<TlsConfiguration> tls,
      DecisionService decisions,
      IdentityGate gate,
      Clock clock,
      Optional<URI> publicUrl,
      Limits limits,
      ServerMetrics metrics)
      throws IOException {
    return open(address, tls, decisions, gate, clock, publicUrl, limits, metrics, System::nanoTime);
  }

  /**
   * The same with another clock for timeouts.
   *
   * @param nanoseconds never goes back
   */
  static HttpDoor open(
      InetSocketAddress address,
      Optional<TlsConfiguration> tls,
      DecisionService decisions,
      IdentityGate gate,
      Clock clock,
      Optional<URI> publicUrl,
      Limits limits,
      ServerMetrics metrics,
      LongSupplier nanoseconds)
      throws IOException {
    if (address.isUnresolved()) {
      throw new IOException("cannot serve HTTP on " + address + ": there is no such host");
    }
    Optional<PublicUrl> configured = publicUrl.map(PublicUrl::of);
    IntFunction<Endpoints> endpointsAtPort =
        port ->
            endpoints(
                decisions,
                gate,
                clock,
                limits,
                configured.orElseGet(() -> PublicUrl.of(tls.isPresent(), at(address, port))));
    HttpServerOptions options = options(tls);
    EventLoops eventLoops = EventLoops.start(Runtime.getRuntime().availableProcessors());
    try {
      List<DoorServer> servers =
          deploy(
              eventLoops.vertx(),
              () ->
                  new DoorServer(options, shared(address), endpointsAtPort, metrics, nanoseconds));
      return new HttpDoor(eventLoops, servers, at(address, servers.get(0).port()));
    } catch (IOException failed) {
      eventLoops.close();
      throw new IOException("cannot serve HTTP on " + address + ": " + failed.getMessage(), failed);
    }
  }

  private static List<DoorServer> deploy(Vertx vertx, Supplier<DoorServer> make)
      throws IOException {
    var servers = new CopyOnWriteArrayList<DoorServer>();
    Future<?> deployed =
        vertx.deployVerticle(
            () -> {
              DoorServer server = make.get();
              servers.add(server);
              return server;
            },
            new DeploymentOptions().setInstances(Runtime.getRuntime().availableProcessors()));
    EventLoops.await(deployed, MAX_START);
    return servers;
  }

  /** Where it listens. */
  public InetSocketAddress address() {
    return address;
  }

  /** Takes no more calls, finishes those under way for up to five seconds, and stops. */
  @Override
  public void close() {
    if (closed.getAndSet(true)) {
      return;
    }
    try {
      EventLoops.await(
          Future.join(servers.stream().map(server -> server.drain(MAX_DRAIN)).toList()), MAX_STOP);
    } catch (IOException unfinished) {
      // the time for calls under way is over: closing cuts them off
    }
    eventLoops.close();
  }

  private static Endpoints endpoints(
      DecisionService decisions, IdentityGate gate, Clock clock, Limits limits, PublicUrl url) {
    var admission = new RequestAdmission(gate, limits);
    return new Endpoints(
        Map.of(
            Paths.EVALUATION,
            new EvaluationEndpoint(
                gate, new SingleEvaluation(decisions, admission, clock, limits), limits),
            Paths.EVALUATIONS,
            new EvaluationEndpoint(
                gate, new BatchEvaluation(decisions, admission, clock, limits), limits),
            Paths.METADATA + url.path(),
            new MetadataEndpoint(url)));
  }

  private static HttpServerOptions options(Optional<TlsConfiguration> tls) {
    var options =
        new HttpServerOptions()
            .setHttp2ClearTextEnabled(false)
            .setUseAlpn(false)
            // there are no web sockets here; their handlers limit how many requests may be under
            // way
            .setPerFrameWebSocketCompressionSupported(false)
            .setPerMessageWebSocketCompressionSupported(false)
            .setMaxHeaderSize(DoorServer.MAX_HEADER_BYTES)
            .setMaxInitialLineLength(MAX_REQUEST_LINE_BYTES)
            .setSslHandshakeTimeout(MAX_HANDSHAKE.toSeconds())
            .setSslHandshakeTimeoutUnit(TimeUnit.SECONDS)
            .setTcpNoDelay(true);
    tls.ifPresent(
        files ->
            options
                .setSsl(true)
                .setKeyCertOptions(
                    new PemKeyCertOptions()
                        .setCertPath(files.certificate().toString())
                        .setKeyPath(files.key().toString())));
    return options;
  }

  /** A free port must be the same one for all servers. */
  private static SocketAddress shared(InetSocketAddress address) {
    return address.getPort() == 0
        ? SocketAddress.sharedRandomPort(1, address.getAddress().getHostAddress())
        : SocketAddress.inetSocketAddress(address);
  }

  private static InetSocketAddress at(InetSocketAddress address, int port) {
    return new InetSocketAddress(address.getAddress(), port);
  }
}
