package dev.verdict.server.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verdict.server.configuration.ConnectionLimits;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ConnectionsTest {

  private final AtomicLong time = new AtomicLong();
  private final List<String> events = new ArrayList<>();
  private final Connections connections =
      new Connections(
          limits(4), time::get, (listener, cause) -> events.add(listener + " " + cause));

  @Test
  void whereAllAreProvenANewOneIsNotTaken() {
    for (int i = 1; i <= 4; i++) {
      open("10.0.0." + i).orElseThrow().prove();
    }

    assertThat(open("10.0.0.5")).isEmpty();
    assertThat(events).containsExactly("GRPC FULL");
    assertThat(connections.count(Listener.GRPC)).isEqualTo(4);
  }

  @Test
  void whereThereIsNoRoomTheOldestUnprovenGivesWay() {
    open("10.0.0.1").orElseThrow().prove();
    open("10.0.0.2");
    open("10.0.0.3");
    open("10.0.0.4");

    assertThat(open("10.0.0.5")).isPresent();
    assertThat(events).containsExactly("cut 10.0.0.2", "GRPC GAVE_WAY");
    assertThat(connections.count(Listener.GRPC)).isEqualTo(4);
  }

  @Test
  void oneAddressHasItsOwnBound() {
    open("10.0.0.1");
    open("10.0.0.1").orElseThrow().prove();
    open("10.0.0.1");
    open("10.0.0.1");

    assertThat(events).containsExactly("cut 10.0.0.1", "GRPC ADDRESS_FULL");
  }

  @Test
  void theAddressesOfOneSixtyFourAreOne() {
    open("2001:db8::1");
    open("2001:db8::2");
    open("2001:db8:0:1::3");
    assertThat(events).isEmpty();

    open("2001:db8::ffff:0:0:4");
    assertThat(events).containsExactly("cut 2001:db8:0:0:0:0:0:1", "GRPC ADDRESS_FULL");
  }

  @Test
  void whatStaysUnprovenEnds() {
    open("10.0.0.1");
    open("10.0.0.2").orElseThrow().prove();
    time.addAndGet(Duration.ofSeconds(6).toNanos());
    open("10.0.0.3");
    time.addAndGet(Duration.ofSeconds(6).toNanos());

    connections.sweep();
    connections.sweep();

    assertThat(events).containsExactly("cut 10.0.0.1", "GRPC UNPROVEN_TOO_LONG");
    assertThat(connections.count(Listener.GRPC)).isEqualTo(2);
  }

  @Test
  void whatClosesMakesRoomOnce() {
    Connection connection = open("10.0.0.1").orElseThrow();
    connection.closed();
    connection.closed();
    connection.prove();

    assertThat(connection.isProven()).isFalse();
    assertThat(connections.count(Listener.GRPC)).isZero();
    assertThat(connections.find(Listener.GRPC, connection.remote())).isEmpty();
    for (int i = 2; i <= 5; i++) {
      open("10.0.0." + i);
    }
    assertThat(events).isEmpty();
  }

  /** Closing is the work of an event loop that may be busy: until then the file is not free. */
  @Test
  void whatIsBeingClosedStillHasItsFile() {
    var taken = new ArrayList<Connection>();
    for (int i = 1; i <= 4 + 16; i++) {
      taken.add(open("10.0.1." + i).orElseThrow());
    }
    assertThat(events).contains("cut 10.0.1.16", "GRPC GAVE_WAY").doesNotContain("GRPC FULL");

    assertThat(open("10.0.2.1")).isEmpty();
    assertThat(events).last().isEqualTo("GRPC FULL");

    taken.get(0).closed();
    taken.get(0).closed();
    assertThat(open("10.0.2.2")).isPresent();
    assertThat(open("10.0.2.3")).isEmpty();
    assertThat(connections.count(Listener.GRPC)).isEqualTo(4);
  }

  /** Its port is free for another one as soon as it is reset, which is noticed later. */
  @Test
  void aConnectionFromTheSamePortIsAnother() {
    Connection reset = open("10.0.0.1").orElseThrow();
    port--;
    Connection next = open("10.0.0.1").orElseThrow();

    reset.closed();
    reset.sentTooMuch();

    assertThat(events).isEmpty();
    assertThat(connections.count(Listener.GRPC)).isEqualTo(1);
    assertThat(connections.find(Listener.GRPC, next.remote())).contains(next);
    next.closed();
    assertThat(connections.count(Listener.GRPC)).isZero();
    assertThat(connections.find(Listener.GRPC, next.remote())).isEmpty();
  }

  /** An honest caller may be among them: none of them had the time to send a token. */
  @Test
  void whatNoLoopHasLookedAtDoesNotGiveWay() {
    accepted("10.0.0.1");
    accepted("10.0.0.1");
    Connection seen = accepted("10.0.0.2").orElseThrow();
    accepted("10.0.0.3");
    seen.seen();
    seen.seen();

    assertThat(accepted("10.0.0.4")).isPresent();
    assertThat(events).containsExactly("cut 10.0.0.2", "GRPC GAVE_WAY");
    assertThat(accepted("10.0.0.5")).isEmpty();
    assertThat(events).last().isEqualTo("GRPC FULL");
    assertThat(accepted("10.0.0.1")).isEmpty();
    assertThat(events).last().isEqualTo("GRPC ADDRESS_FULL");
    time.addAndGet(Duration.ofMinutes(1).toNanos());
    connections.sweep();
    assertThat(events).hasSize(4);
  }

  /** Who waits with the system for a moment is not refused. */
  @Test
  void itIsBehindUntilConnectionsAreLookedAt() {
    var many = new Connections(limits(100), time::get, (listener, cause) -> {});
    var waiting = new ArrayList<Connection>();
    for (int i = 0; i < 16; i++) {
      assertThat(many.isBehind()).isFalse();
      waiting.add(accepted(many, "10.0.0." + i).orElseThrow());
    }
    assertThat(many.isBehind()).isTrue();
    waiting.get(3).seen();
    assertThat(many.isBehind()).isFalse();
  }

  @Test
  void itIsBehindUntilFilesAreFree() {
    for (int i = 1; i <= 4; i++) {
      open("10.0.0." + i);
    }
    assertThat(connections.isBehind()).as("nothing will be free").isFalse();
    Connection going = open("10.0.0.5").orElseThrow();
    assertThat(connections.isBehind()).isTrue();
    going.closed();
  }

  private int port;

  /** Its event loop has looked at it. */
  private Optional<Connection> open(String address) {
    Optional<Connection> connection = accepted(address);
    connection.ifPresent(Connection::seen);
    return connection;
  }

  private Optional<Connection> accepted(String address) {
    return accepted(connections, address);
  }

  private Optional<Connection> accepted(Connections by, String address) {
    try {
      InetAddress ip = InetAddress.getByName(address);
      return by.opened(
          Listener.GRPC,
          new InetSocketAddress(ip, ++port),
          () -> events.add("cut " + ip.getHostAddress()));
    } catch (UnknownHostException impossible) {
      throw new AssertionError(impossible);
    }
  }

  private static ConnectionLimits limits(int total) {
    return new ConnectionLimits(
        total, 2, Duration.ofSeconds(10), Duration.ofSeconds(60), 1, 4L << 20);
  }
}
