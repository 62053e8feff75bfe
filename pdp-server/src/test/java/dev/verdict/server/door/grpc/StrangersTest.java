package dev.verdict.server.door.grpc;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.verdict.proto.v1.EvaluateRequest;
import dev.verdict.server.configuration.ConnectionLimits;
import dev.verdict.server.connection.Listener;
import dev.verdict.server.door.question.FakeDecisionService;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What those hold who have not shown a good token: nothing, and not for long. */
@Timeout(60)
final class StrangersTest {

  private OpenDoor grpc;

  @BeforeEach
  void open() throws IOException {
    grpc =
        OpenDoor.to(
            new FakeDecisionService(),
            new ConnectionLimits(
                600, 500, Duration.ofSeconds(15), Duration.ofSeconds(60), 16, 4L << 20));
  }

  @AfterEach
  void close() {
    grpc.close();
  }

  @Test
  void idleConnectionsEndAndOneThatAskedStays() throws Exception {
    assertThat(grpc.as("").evaluate(Messages.question("read").build()).hasDecision()).isTrue();
    List<Socket> idle = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      idle.add(connect(i % 2 == 0 ? "" : "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"));
    }
    grpc.awaitConnections(301);
    grpc.skip(Duration.ofSeconds(16));

    for (Socket socket : idle) {
      assertThat(isEnded(socket)).isTrue();
      socket.close();
    }
    grpc.awaitConnections(1);
    assertThat(grpc.as("").evaluate(Messages.question("read").build()).hasDecision()).isTrue();
    assertThat(grpc.connections.count(Listener.GRPC)).isEqualTo(1);
  }

  @Test
  void anotherProtocolEndsAtItsFirstBytesAndIsCounted() throws Exception {
    try (Socket http = connect("GET /cb?access_token=secret HTTP/1.1\r\n\r\n")) {
      assertThat(isEnded(http)).isTrue();
    }

    grpc.awaitMetric("verdict_connections_ended_total{cause=\"not_grpc\",listener=\"grpc\"} 1.0");
  }

  @Test
  void aTokenOfTheLargestSizeIsReadAndRefusedForWhatItIs() {
    EvaluateRequest question = Messages.question("read").build();

    assertThat(statusOf(() -> grpc.as("x".repeat(16 * 1024)).evaluate(question)))
        .isEqualTo(Status.Code.UNAUTHENTICATED);
    assertThat(grpc.connections.bytes().held()).isZero();
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
    var socket = new Socket(grpc.door.address().getAddress(), grpc.door.address().getPort());
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
}
