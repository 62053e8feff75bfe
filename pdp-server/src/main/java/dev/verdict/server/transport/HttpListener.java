package dev.verdict.server.transport;

import dev.verdict.server.configuration.TlsConfiguration;
import dev.verdict.server.connection.Connections;
import dev.verdict.server.connection.Listener;
import dev.verdict.server.refusal.RefusalListener;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.SocketAddress;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntFunction;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * HTTP/1.1 on one address, served by as many event loops as there are processors.
 *
 * <p>Calls are answered on the event loop that read them, where the endpoint has the answer at
 * once: a hop to another thread would cost more than a decision.
 */
public final class HttpListener implements AutoCloseable {

  private static final int MAX_REQUEST_LINE_BYTES = 4 << 10;
  private static final Duration MAX_HANDSHAKE = Duration.ofSeconds(10);
  private static final Duration MAX_START = Duration.ofSeconds(30);
  private static final Duration MAX_DRAIN = Duration.ofSeconds(5);
  private static final Duration MAX_STOP = MAX_DRAIN.plusSeconds(2);

  private final EventLoops eventLoops;
  private final List<LoopServer> servers;
  private final InetSocketAddress address;
  private final AtomicBoolean closed = new AtomicBoolean();

  private HttpListener(EventLoops eventLoops, List<LoopServer> servers, InetSocketAddress address) {
    this.eventLoops = eventLoops;
    this.servers = servers;
    this.address = address;
  }

  /**
   * Starts to listen, and returns once it does.
   *
   * @param address port 0: any free one, see {@link #address()}
   * @param tls absent: in the clear
   * @param endpointsAtPort what is served, once the port is known
   * @param hosts which names of the server are answered
   * @param connections counts what is open here and elsewhere
   * @param refusals hears of the calls that are turned away
   * @param nanoseconds a clock for timeouts that never goes back, such as {@code System::nanoTime}
   * @throws IOException where the address is taken or the TLS files cannot be used
   */
  public static HttpListener open(
      InetSocketAddress address,
      Optional<TlsConfiguration> tls,
      IntFunction<Endpoints> endpointsAtPort,
      HostRule hosts,
      Connections connections,
      RefusalListener refusals,
      LongSupplier nanoseconds)
      throws IOException {
    if (address.isUnresolved()) {
      throw new IOException("cannot serve HTTP on " + address + ": there is no such host");
    }
    HttpServerOptions options = options(tls);
    EventLoops eventLoops =
        EventLoops.start(Runtime.getRuntime().availableProcessors(), connections, Listener.HTTP);
    try {
      List<LoopServer> servers =
          deploy(
              eventLoops.vertx(),
              () ->
                  new LoopServer(
                      options,
                      shared(address),
                      endpointsAtPort,
                      hosts,
                      connections,
                      refusals,
                      nanoseconds));
      return new HttpListener(
          eventLoops, servers, new InetSocketAddress(address.getAddress(), servers.get(0).port()));
    } catch (IOException failed) {
      eventLoops.close();
      throw new IOException("cannot serve HTTP on " + address + ": " + failed.getMessage(), failed);
    }
  }

  private static List<LoopServer> deploy(Vertx vertx, Supplier<LoopServer> make)
      throws IOException {
    var servers = new CopyOnWriteArrayList<LoopServer>();
    Future<?> deployed =
        vertx.deployVerticle(
            () -> {
              LoopServer server = make.get();
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

  /** From now on tells callers with each answer to take another connection. */
  public void drain() {
    servers.forEach(LoopServer::lastAnswers);
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

  private static HttpServerOptions options(Optional<TlsConfiguration> tls) {
    var options =
        new HttpServerOptions()
            .setHttp2ClearTextEnabled(false)
            .setUseAlpn(false)
            // there are no web sockets here; their handlers limit how many requests may be under
            // way
            .setPerFrameWebSocketCompressionSupported(false)
            .setPerMessageWebSocketCompressionSupported(false)
            .setMaxHeaderSize(LoopServer.MAX_HEADER_BYTES)
            .setMaxInitialLineLength(MAX_REQUEST_LINE_BYTES)
            .setSslHandshakeTimeout(MAX_HANDSHAKE.toSeconds())
            .setSslHandshakeTimeoutUnit(TimeUnit.SECONDS)
            .setTcpNoDelay(true);
    TlsConfiguration.CIPHER_SUITES.forEach(options::addEnabledCipherSuite);
    tls.ifPresent(
        files ->
            options
                .setSsl(true)
                .setEnabledSecureTransportProtocols(Set.copyOf(TlsConfiguration.PROTOCOLS))
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
}
