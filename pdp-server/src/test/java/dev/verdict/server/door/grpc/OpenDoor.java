package dev.verdict.server.door.grpc;

import dev.verdict.policy.limit.Limits;
import dev.verdict.proto.v1.DecisionServiceGrpc;
import dev.verdict.proto.v1.DecisionServiceGrpc.DecisionServiceBlockingStub;
import dev.verdict.server.configuration.ConnectionLimits;
import dev.verdict.server.configuration.ServerConfiguration;
import dev.verdict.server.connection.Connections;
import dev.verdict.server.connection.Listener;
import dev.verdict.server.decision.DecisionService;
import dev.verdict.server.decision.Door;
import dev.verdict.server.door.question.FakeIdentityGate;
import dev.verdict.server.identity.IdentityGate;
import dev.verdict.server.metrics.ServerMetrics;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.MetadataUtils;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

/** A gRPC door on a free port of the loopback, and channels to it. */
final class OpenDoor implements AutoCloseable {

  /** The least that HTTP/2 begins with: what a client reads before it asks for more. */
  private static final int SMALL_WINDOW = 65_535;

  final ServerMetrics metrics = new ServerMetrics(Clock.systemUTC());
  final Connections connections;
  final GrpcDoor door;
  private final AtomicLong skipped = new AtomicLong();
  private final List<ManagedChannel> channels = new ArrayList<>();
  private final ManagedChannel channel;

  private OpenDoor(DecisionService decisions, IdentityGate gate, ConnectionLimits limits)
      throws IOException {
    connections =
        new Connections(limits, () -> System.nanoTime() + skipped.get(), metrics.doors()::ended);
    door =
        GrpcDoor.open(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
            Optional.empty(),
            decisions,
            gate,
            Clock.systemUTC(),
            Limits.STANDARD,
            ServerConfiguration.DEFAULT_CALL_TIMEOUT,
            connections,
            kind -> metrics.doors().rejected(Door.GRPC, kind));
    channel = connect();
  }

  static OpenDoor to(DecisionService decisions) throws IOException {
    return to(decisions, new FakeIdentityGate());
  }

  static OpenDoor to(DecisionService decisions, IdentityGate gate) throws IOException {
    return new OpenDoor(decisions, gate, ConnectionLimits.DEFAULT);
  }

  static OpenDoor to(DecisionService decisions, ConnectionLimits limits) throws IOException {
    return new OpenDoor(decisions, new FakeIdentityGate(), limits);
  }

  /** One more channel, which connects when it is used. */
  ManagedChannel connect() {
    ManagedChannel another =
        NettyChannelBuilder.forAddress("127.0.0.1", door.address().getPort())
            .usePlaintext()
            .flowControlWindow(SMALL_WINDOW)
            .build();
    channels.add(another);
    return another;
  }

  /** Asks with a token; empty: without one. */
  DecisionServiceBlockingStub as(String token) {
    var metadata = new Metadata();
    if (!token.isEmpty()) {
      metadata.put(UnaryMethod.AUTHORIZATION, "Bearer " + token);
    }
    return DecisionServiceGrpc.newBlockingStub(channel)
        .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(metadata));
  }

  /** Lets time pass for what connections may hold. */
  void skip(Duration time) {
    skipped.addAndGet(time.toNanos());
    connections.sweep();
  }

  void awaitConnections(int count) {
    await(() -> connections.count(Listener.GRPC) == count);
  }

  /**
   * Waits for a line of the metrics: a caller may hear of the end of a call before it is counted.
   */
  void awaitMetric(String text) {
    await(() -> metrics.scrape().contains(text));
  }

  static void await(BooleanSupplier condition) {
    while (!condition.getAsBoolean()) {
      if (Thread.interrupted()) {
        throw new AssertionError("not in time");
      }
      Thread.onSpinWait();
    }
  }

  @Override
  public void close() {
    channels.forEach(ManagedChannel::shutdownNow);
    door.close();
    metrics.close();
  }
}
