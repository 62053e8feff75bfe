package dev.verdict.benchmarks.soak.hostile;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;

/** Connections to every port that are reset as soon as they are there. */
final class ConnectReset implements HostileShape {

  private static final Duration INTERVAL = Duration.ofMillis(5);

  private int turn;

  @Override
  public String name() {
    return "connect-reset";
  }

  @Override
  public void begin(Attacker attacker) {
    List<InetSocketAddress> ports =
        List.of(attacker.server().grpc(), attacker.server().http(), attacker.server().admin());
    attacker.every(
        INTERVAL, () -> attacker.open(ports.get(turn++ % ports.size()), Connection::reset));
  }
}
