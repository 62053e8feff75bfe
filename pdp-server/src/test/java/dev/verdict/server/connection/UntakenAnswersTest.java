package dev.verdict.server.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verdict.server.configuration.ConnectionLimits;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class UntakenAnswersTest {

  private static final long MAX = 4L << 20;

  private final AtomicLong time = new AtomicLong();
  private final List<String> events = new ArrayList<>();
  private final Connections connections =
      new Connections(
          new ConnectionLimits(4, 4, Duration.ofSeconds(60), Duration.ofSeconds(60), 1, MAX),
          time::get,
          (listener, cause) -> events.add(listener + " " + cause));
  private final UntakenAnswers answers = connections.answers();

  @Test
  void noMoreWaitThanFits() {
    Connection connection = open(1);
    UntakenAnswer first = answers.hold(connection, MAX).orElseThrow();

    assertThat(answers.hold(connection, 1)).isEmpty();
    assertThat(connections.bytes().held()).isZero();
    first.taken();
    first.taken();
    assertThat(answers.bytes().held()).isZero();
    assertThat(answers.hold(connection, MAX)).isPresent();
  }

  @Test
  void whoTakesTooLongLosesItsConnectionAndTheAnswer() {
    Connection late = open(1);
    Connection inTime = open(2);
    UntakenAnswer untaken = answers.hold(late, 1_000).orElseThrow();
    time.addAndGet(ConnectionLimits.ANSWER_TIME.toNanos());
    answers.hold(inTime, 10);
    connections.sweep();
    assertThat(events).isEmpty();

    time.addAndGet(1);
    connections.sweep();
    connections.sweep();
    untaken.taken();

    assertThat(events).containsExactly("cut 1", "GRPC ANSWER_NOT_TAKEN");
    assertThat(answers.bytes().held()).isEqualTo(10);
    assertThat(connections.count(Listener.GRPC)).isEqualTo(1);
  }

  private Connection open(int port) {
    return connections
        .opened(
            Listener.GRPC,
            new InetSocketAddress(InetAddress.getLoopbackAddress(), port),
            () -> events.add("cut " + port))
        .orElseThrow();
  }
}
