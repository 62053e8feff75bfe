package dev.verdict.server.door.grpc;

import dev.verdict.policy.limit.Limits;
import dev.verdict.proto.v1.DecisionServiceGrpc;
import dev.verdict.server.configuration.ConnectionLimits;
import dev.verdict.server.configuration.TlsConfiguration;
import dev.verdict.server.connection.Connections;
import dev.verdict.server.decision.DecisionService;
import dev.verdict.server.decision.Door;
import dev.verdict.server.door.question.Questions;
import dev.verdict.server.identity.IdentityGate;
import dev.verdict.server.refusal.RefusalListener;
import io.grpc.Server;
import io.grpc.ServerStreamTracer;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.netty.shaded.io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.netty.shaded.io.netty.handler.ssl.SslContext;
import io.grpc.netty.shaded.io.netty.handler.ssl.SupportedCipherSuiteFilter;
import io.grpc.protobuf.services.HealthStatusManager;
import io.grpc.protobuf.services.ProtoReflectionServiceV1;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The gRPC surface of the decision point: decisions, the standard health service and reflection.
 *
 * <p>Calls are answered on the network thread that read them, where the decision is there at once:
 * a hop to another thread would cost more than the decision. gRPC takes epoll by itself where the
 * platform has it.
 */
public final class GrpcDoor implements AutoCloseable {

  /** Largest message that is read; a larger one is answered with RESOURCE_EXHAUSTED. */
  public static final int MAX_MESSAGE_BYTES = 1 << 20;

  /** Room for the largest token and as much again; what exceeds it is refused. */
  private static final int MAX_METADATA_BYTES = 24 << 10;

  /** What a connection may send before somebody reads it. */
  static final int FLOW_CONTROL_WINDOW = 128 << 10;

  /** A connection whose other end is gone without a word is noticed by its silence. */
  private static final Duration KEEP_ALIVE = Duration.ofSeconds(60);

  private static final Duration MAX_KEEP_ALIVE = Duration.ofSeconds(20);

  private static final int MAX_RESETS_PER_SECOND = 500;
  private static final Duration MIN_KEEP_ALIVE = Duration.ofSeconds(10);
  private static final Duration MAX_HANDSHAKE = Duration.ofSeconds(10);

  /**
   * Callers come back, perhaps to another replica. It also frees the call slots of messages that
   * were refused half-way: gRPC answers those but waits for the rest, which never comes.
   */
  private static final Duration MAX_CONNECTION_AGE = Duration.ofMinutes(10);

  private static final Duration MAX_DRAIN = Duration.ofSeconds(5);

  private final Server server;
  private final HealthStatusManager health;
  private final GrpcLoops loops;
  private final AtomicBoolean draining = new AtomicBoolean();

  private GrpcDoor(Server server, HealthStatusManager health, GrpcLoops loops) {
    this.server = server;
    this.health = health;
    this.loops = loops;
  }

  /**
   * Starts to listen; the decision service is asked from the first call on.
   *
   * @param address port 0: any free one, see {@link #address()}
   * @param tls absent: in the clear
   * @param clock read once for each call, for {@code context.now}
   * @param limits how large a request may be
   * @param callTimeout how long a call may take, once all of it is there
   * @param connections counts what is open here and elsewhere
   * @param refusals hears of the calls that are turned away
   * @throws IOException where the address is taken or the TLS files cannot be used
   */
  public static GrpcDoor open(
      InetSocketAddress address,
      Optional<TlsConfiguration> tls,
      DecisionService decisions,
      IdentityGate gate,
      Clock clock,
      Limits limits,
      Duration callTimeout,
      Connections connections,
      RefusalListener refusals)
      throws IOException {
    NettyServerBuilder builder = bounded(NettyServerBuilder.forAddress(address), connections);
    if (tls.isPresent()) {
      builder.sslContext(sslContext(tls.get()));
    }
    GrpcLoops loops = GrpcLoops.start();
    var questions = new Questions(Door.GRPC, decisions, gate, loops, clock, limits, callTimeout);
    var calls = new DecisionCalls(questions, limits);
    boolean opened = false;
    try {
      GrpcDoor door =
          open(
              loops.serve(builder, new Acceptor(connections, tls.isPresent())),
              calls,
              CallTracer.factory(connections, refusals),
              loops);
      opened = true;
      return door;
    } finally {
      if (!opened) {
        loops.close();
      }
    }
  }

  private static GrpcDoor open(
      NettyServerBuilder builder,
      DecisionCalls calls,
      ServerStreamTracer.Factory tracers,
      GrpcLoops loops)
      throws IOException {
    var health = new HealthStatusManager();
    health.setStatus(DecisionServiceGrpc.SERVICE_NAME, ServingStatus.SERVING);
    Server server =
        builder
            .directExecutor()
            .addStreamTracerFactory(tracers)
            .intercept(CallTracer.interceptor())
            .addService(calls)
            .addService(health.getHealthService())
            .addService(ProtoReflectionServiceV1.newInstance())
            .build()
            .start();
    return new GrpcDoor(server, health, loops);
  }

  /** Where it listens. */
  public InetSocketAddress address() {
    return (InetSocketAddress) server.getListenSockets().get(0);
  }

  /** From now on tells those who ask the health service to go elsewhere. */
  public void drain() {
    if (!draining.getAndSet(true)) {
      health.enterTerminalState();
    }
  }

  /** Takes no more calls, finishes those under way for up to five seconds, and stops. */
  @Override
  public void close() {
    drain();
    server.shutdown();
    try {
      server.awaitTermination(MAX_DRAIN.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    } finally {
      server.shutdownNow();
      loops.close();
    }
  }

  private static NettyServerBuilder bounded(NettyServerBuilder builder, Connections connections) {
    ConnectionLimits limits = connections.limits();
    return builder
        .addTransportFilter(new KnownConnections(connections))
        .flowControlWindow(FLOW_CONTROL_WINDOW)
        .maxConnectionIdle(limits.idle().toSeconds(), TimeUnit.SECONDS)
        .keepAliveTime(KEEP_ALIVE.toSeconds(), TimeUnit.SECONDS)
        .keepAliveTimeout(MAX_KEEP_ALIVE.toSeconds(), TimeUnit.SECONDS)
        .maxInboundMessageSize(MAX_MESSAGE_BYTES)
        .maxInboundMetadataSize(MAX_METADATA_BYTES)
        .maxConcurrentCallsPerConnection(limits.streams())
        .maxRstFramesPerWindow(MAX_RESETS_PER_SECOND, 1)
        .permitKeepAliveTime(MIN_KEEP_ALIVE.toSeconds(), TimeUnit.SECONDS)
        .permitKeepAliveWithoutCalls(true)
        .maxConnectionAge(MAX_CONNECTION_AGE.toSeconds(), TimeUnit.SECONDS)
        .maxConnectionAgeGrace(MAX_DRAIN.toSeconds(), TimeUnit.SECONDS)
        .handshakeTimeout(MAX_HANDSHAKE.toSeconds(), TimeUnit.SECONDS);
  }

  private static SslContext sslContext(TlsConfiguration tls) throws IOException {
    try {
      return GrpcSslContexts.forServer(tls.certificate().toFile(), tls.key().toFile())
          .protocols(TlsConfiguration.PROTOCOLS)
          .ciphers(TlsConfiguration.CIPHER_SUITES, SupportedCipherSuiteFilter.INSTANCE)
          .build();
    } catch (IllegalArgumentException unusable) {
      throw new IOException(
          "cannot use the certificate `"
              + tls.certificate()
              + "` with the key `"
              + tls.key()
              + "`: both must be readable PEM files, the key PKCS #8 without a password",
          unusable);
    }
  }
}
