package dev.verdict.server.door.grpc;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.verdict.policy.limit.Limits;
import dev.verdict.proto.v1.DecisionServiceGrpc;
import dev.verdict.proto.v1.EvaluateRequest;
import dev.verdict.server.configuration.ConnectionLimits;
import dev.verdict.server.configuration.ServerConfiguration;
import dev.verdict.server.connection.Connections;
import dev.verdict.server.connection.Listener;
import dev.verdict.server.door.question.FakeDecisionService;
import dev.verdict.server.door.question.FakeIdentityGate;
import dev.verdict.server.metrics.ServerMetrics;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.MetadataUtils;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What those hold who have not shown a good token: nothing, and not for long. */
@Timeout(60)
final class StrangersTest {

  private final AtomicLong skipped = new AtomicLong();
  private final ServerMetrics metrics = new ServerMetrics(Clock.systemUTC());
  private final Connections connections =
      new Connections(
          new ConnectionLimits(
              600, 500, Duration.ofSeconds(15), Duration.ofSeconds(60), 16, 4L << 20),
          () -> System.nanoTime() + skipped.get(),
          metrics.doors()::ended);
  private GrpcDoor door;
  private ManagedChannel channel;

  @BeforeEach
  void open() throws IOException {
    door =
        GrpcDoor.open(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
            Optional.empty(),
            new FakeDecisionService(),
            new FakeIdentityGate(),
            Clock.systemUTC(),
            Limits.STANDARD,
            ServerConfiguration.DEFAULT_CALL_TIMEOUT,
            connections,
            kind -> {});
    channel =
        ManagedChannelBuilder.forAddress("127.0.0.1", door.address().getPort())
            .usePlaintext()
            .build();
  }

  @AfterEach
  void close() {
    channel.shutdownNow();
    door.close();
    metrics.close();
  }

  @Test
  void idleConnectionsEndAndOneThatAskedStays() throws Exception {
    assertThat(ask("").evaluate(Messages.question("read").build()).hasDecision()).isTrue();
    List<Socket> idle = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      idle.add(connect(i % 2 == 0 ? "" : "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"));
    }
    awaitCount(301);
    skipped.addAndGet(Duration.ofSeconds(16).toNanos());
    connections.sweep();

    for (Socket socket : idle) {
      assertThat(isEnded(socket)).isTrue();
      socket.close();
    }
    awaitCount(1);
    assertThat(ask("").evaluate(Messages.question("read").build()).hasDecision()).isTrue();
    assertThat(connections.count(Listener.GRPC)).isEqualTo(1);
  }

  @Test
  void anotherProtocolEndsAtItsFirstBytesAndIsCounted() throws Exception {
    try (Socket http = connect("GET /cb?access_token=secret HTTP/1.1\r\n\r\n")) {
      assertThat(isEnded(http)).isTrue();
    }

    assertThat(metrics.scrape())
        .contains("verdict_connections_ended_total{cause=\"not_grpc\",listener=\"grpc\"} 1.0");
  }

  @Test
  void aTokenOfTheLargestSizeIsReadAndRefusedForWhatItIs() {
    EvaluateRequest question = Messages.question("read").build();

    assertThat(statusOf(() -> ask("x".repeat(16 * 1024)).evaluate(question)))
        .isEqualTo(Status.Code.UNAUTHENTICATED);
    assertThat(connections.bytes().held()).isZero();
  }

  private DecisionServiceGrpc.DecisionServiceBlockingStub ask(String token) {
    var metadata = new Metadata();
    if (!token.isEmpty()) {
      metadata.put(CallerInterceptor.AUTHORIZATION, "Bearer " + token);
    }
    return DecisionServiceGrpc.newBlockingStub(channel)
        .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(metadata));
  }

  private static Status.Code statusOf(Runnable call) {
    try {
      call.run();
      return Status.Code.OK;
    } catch (StatusRuntimeException refused) {
      return refused.getStatus().getCode();
    }
  }

  private Socket connect(String bytes) throws IOException {
    var socket = new Socket(door.address().getAddress(), door.address().getPort());
    socket.setSoTimeout(20_000);
    socket.getOutputStream().write(bytes.getBytes(US_ASCII));
    return socket;
  }

  private static boolean isEnded(Socket socket) throws IOException {
    try {
      while (socket.getInputStream().read() >= 0) {
        // what the server says of its settings
      }
      return true;
    } catch (SocketException reset) {
      return true;
    }
  }

  private void awaitCount(int count) {
    while (connections.count(Listener.GRPC) != count) {
      Thread.onSpinWait();
    }
  }
}
