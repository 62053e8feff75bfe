package dev.verdict.server.door.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.verdict.proto.v1.DecisionServiceGrpc;
import dev.verdict.proto.v1.EvaluateRequest;
import dev.verdict.server.configuration.ConnectionLimits;
import dev.verdict.server.connection.Listener;
import dev.verdict.server.door.question.FakeDecisionService;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.io.IOException;
import java.net.SocketException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What one connection may do with the means of HTTP/2, and what all together may hold. */
@Timeout(60)
final class HostileConnectionsTest {

  private static final int STREAMS = 16;
  private static final int MAX_FRAME = 16_384;

  /** Frames of unknown types are to be ignored (RFC 9113 §5.5). */
  private static final int TYPE_OF_NOTHING = 0x42;

  private static final String METHOD = DecisionServiceGrpc.getEvaluateMethod().getFullMethodName();

  private final List<RawHttp2> connections = new ArrayList<>();
  private OpenDoor grpc;

  @BeforeEach
  void open() throws IOException {
    grpc =
        OpenDoor.to(
            new FakeDecisionService(),
            new ConnectionLimits(
                100, 100, Duration.ofSeconds(60), Duration.ofSeconds(1), STREAMS, 4L << 20));
  }

  @AfterEach
  void close() throws IOException {
    close(connections);
    grpc.close();
  }

  @Test
  void callsBeyondTheLimitOfAConnectionAreRefused() throws Exception {
    RawHttp2 connection = connect();
    connection.await(RawHttp2.SETTINGS);
    connection.send(RawHttp2.SETTINGS, RawHttp2.ACK, 0);
    openStreams(connection, STREAMS + 1);

    RawHttp2.Frame refused = connection.await(RawHttp2.RST_STREAM);

    assertThat(refused.stream()).isEqualTo(2 * STREAMS + 1);
    assertThat(refused.code()).isEqualTo(RawHttp2.REFUSED_STREAM);
  }

  /** Who does not acknowledge the limit has it all the same. */
  @Test
  void callsBeyondTheLimitAreRefusedBeforeItIsAcknowledged() throws Exception {
    RawHttp2 connection = connect();
    openStreams(connection, STREAMS + 1);

    RawHttp2.Frame refused = connection.await(RawHttp2.RST_STREAM);

    assertThat(refused.stream()).isEqualTo(2 * STREAMS + 1);
  }

  @Test
  void pingsInQuickSuccessionEndTheConnection() throws Exception {
    RawHttp2 connection = connect();
    for (int i = 0; i < 5; i++) {
      connection.send(RawHttp2.PING, 0, 0, new byte[8]);
    }

    assertThat(connection.await(RawHttp2.GO_AWAY).code()).isEqualTo(RawHttp2.ENHANCE_YOUR_CALM);
    connection.awaitEnd();
    grpc.awaitConnections(0);
  }

  @Test
  void callsThatAreCancelledInQuickSuccessionEndTheConnection() throws Exception {
    RawHttp2 connection = connect();
    for (int i = 0; i < 600; i++) {
      connection.call(2 * i + 1, METHOD).reset(2 * i + 1);
    }

    assertThat(connection.await(RawHttp2.GO_AWAY).code()).isEqualTo(RawHttp2.ENHANCE_YOUR_CALM);
    connection.awaitEnd();
    grpc.awaitConnections(0);
  }

  @Test
  void whoIsNotKnownSendsNoMoreThanAFirstCallNeeds() throws Exception {
    RawHttp2 connection = connect();
    try {
      for (int sent = 0; sent < 2 * FirstBytes.MAX_UNPROVEN_BYTES; sent += MAX_FRAME) {
        connection.send(TYPE_OF_NOTHING, 0, 0, new byte[MAX_FRAME]);
      }
    } catch (SocketException cut) {
      // while it was sending
    }

    connection.awaitEnd();
    grpc.awaitMetric("{cause=\"unproven_too_much\",listener=\"grpc\"} 1.0");
  }

  @Test
  void aConnectionWithoutACallEndsAlthoughItWasGood() {
    assertThat(grpc.as("").evaluate(Messages.question("read").build()).hasDecision()).isTrue();
    assertThat(grpc.connections.count(Listener.GRPC)).isEqualTo(1);

    grpc.awaitConnections(0);
  }

  @Test
  void unfinishedMessagesHoldNoMoreThanFitsAndAreLetGo() throws Exception {
    for (int i = 0; i < 69; i++) {
      connect().call(1, METHOD).beginning(1, GrpcDoor.MAX_MESSAGE_BYTES, 60_000);
    }
    OpenDoor.await(() -> grpc.connections.bytes().held() >= 69 * 60_000);

    EvaluateRequest question =
        Messages.about(Messages.attribute("text", Messages.text("x".repeat(65_000))));
    assertThatExceptionOfType(StatusRuntimeException.class)
        .isThrownBy(() -> grpc.as("").evaluate(question))
        .extracting(refused -> refused.getStatus().getCode())
        .isEqualTo(Status.Code.UNAVAILABLE);
    grpc.awaitMetric("verdict_requests_rejected_total{cause=\"overloaded\",door=\"grpc\"} 1.0");

    close(connections);
    OpenDoor.await(() -> grpc.connections.bytes().held() == 0);
    assertThat(grpc.as("").evaluate(question).hasDecision()).isTrue();
  }

  private static void close(List<RawHttp2> connections) throws IOException {
    for (RawHttp2 connection : connections) {
      connection.close();
    }
  }

  private RawHttp2 connect() throws IOException {
    var connection = new RawHttp2(grpc.door.address());
    connections.add(connection);
    return connection;
  }

  private static void openStreams(RawHttp2 connection, int count) throws IOException {
    for (int i = 0; i < count; i++) {
      connection.call(2 * i + 1, METHOD);
    }
  }
}
