package dev.verdict.server.door.authzen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verdict.server.configuration.ConnectionLimits;
import dev.verdict.server.door.question.FakeDecisionService;
import dev.verdict.server.door.question.FakeIdentityGate;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Before it is known who asks, nothing is held; and of those who are known, no more than fits. */
@Timeout(60)
class StrangersTest {

  private static final ConnectionLimits SMALL =
      new ConnectionLimits(300, 250, Duration.ofSeconds(15), Duration.ofSeconds(60), 16, 4L << 20);

  private static final String HALF_A_MEGABYTE = " ".repeat(1 << 19);

  private final List<RawConnection> connections = new ArrayList<>();
  private OpenDoor http;

  @AfterEach
  void close() throws IOException {
    for (RawConnection connection : connections) {
      connection.close();
    }
    http.close();
  }

  @Test
  void aStrangerIsAnsweredByTheHeadOfItsCall() throws Exception {
    open();

    assertThat(connect().send(head("bad-token", "Content-Length: 1000000")).receive())
        .startsWith("HTTP/1.1 401 ")
        .containsIgnoringCase("connection: close");
  }

  @Test
  void aStrangerThatWaitsToContinueIsNotToldTo() throws Exception {
    open();

    assertThat(
            connect()
                .send(head("bad-token", "Content-Length: 1000", "Expect: 100-continue"))
                .receive())
        .startsWith("HTTP/1.1 401 ");
  }

  @Test
  void unfinishedBodiesOfStrangersHoldNothing() throws Exception {
    open();
    for (int i = 0; i < 220; i++) {
      connect().send(head("bad-token", "Content-Length: 1000000")).send(HALF_A_MEGABYTE);
    }

    for (RawConnection connection : connections) {
      assertThat(connection.receive()).startsWith("HTTP/1.1 401 ");
    }
    assertThat(http.connections.bytes().held()).isZero();
  }

  @Test
  void aShortCallOfAStrangerLeavesTheConnectionUsable() throws Exception {
    open();
    RawConnection connection = connect();
    String good = "{}";

    connection.send(head("bad-token", "Content-Length: 4") + "true");
    assertThat(connection.receive())
        .startsWith("HTTP/1.1 401 ")
        .doesNotContainIgnoringCase("connection: close");
    connection.send(head("alice-token", "Content-Length: " + good.length()) + good);
    assertThat(connection.receive()).startsWith("HTTP/1.1 400 ");
  }

  @Test
  void unfinishedBodiesOfCallersHoldNoMoreThanFitsAndAreLetGo() throws Exception {
    open();
    for (int i = 0; i < 12; i++) {
      connect().send(head("alice-token", "Content-Length: 1000000", "Expect: 100-continue"));
      connections.get(i).receive();
    }
    for (RawConnection connection : connections) {
      connection.send(HALF_A_MEGABYTE);
    }

    await(() -> http.metrics.scrape().contains("{cause=\"overloaded\",door=\"http\"} 4.0"));
    await(() -> http.connections.bytes().held() == 8L << 19);
    for (RawConnection connection : connections) {
      connection.close();
    }
    await(() -> http.connections.bytes().held() == 0);
  }

  @Test
  void aConnectionOnWhichNobodyIsKnownInTimeEnds() throws Exception {
    open();
    RawConnection stranger = connect();
    RawConnection caller = connect();
    caller.send(head("alice-token", "Content-Length: 2") + "{}").receive();
    http.skip(Duration.ofSeconds(16));
    http.connections.sweep();

    assertThat(stranger.isAtEnd()).isTrue();
    assertThat(caller.send(head("alice-token", "Content-Length: 2") + "{}").receive())
        .startsWith("HTTP/1.1 400 ");
    await(
        () ->
            http.metrics
                .scrape()
                .contains(
                    "verdict_connections_ended_total{cause=\"unproven_too_long\",listener=\"http\"}"));
  }

  @Test
  void ofOneAddressTheOldestStrangerGivesWayAndNoCallerDoes() throws Exception {
    open();
    RawConnection caller = connect();
    caller.send(head("alice-token", "Content-Length: 2") + "{}").receive();
    RawConnection oldest = connect();
    for (int i = 0; i < 250; i++) {
      connect();
    }

    assertThat(oldest.isAtEnd()).isTrue();
    assertThat(caller.send(head("alice-token", "Content-Length: 2") + "{}").receive())
        .startsWith("HTTP/1.1 400 ");
    RawConnection last = connect();
    assertThat(last.send(head("alice-token", "Content-Length: 2") + "{}").receive())
        .startsWith("HTTP/1.1 400 ");
  }

  private void open() throws IOException {
    http = OpenDoor.to(new FakeDecisionService(), new FakeIdentityGate(), SMALL);
  }

  private RawConnection connect() throws IOException {
    var connection = new RawConnection(http.door.address());
    connections.add(connection);
    return connection;
  }

  private static void await(BooleanSupplier condition) {
    while (!condition.getAsBoolean()) {
      Thread.onSpinWait();
    }
  }

  private static String head(String token, String... headers) {
    return "POST /access/v1/evaluation HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
        + "Authorization: Bearer "
        + token
        + "\r\n"
        + String.join("\r\n", headers)
        + "\r\n\r\n";
  }
}
