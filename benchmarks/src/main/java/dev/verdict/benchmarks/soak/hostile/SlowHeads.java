package dev.verdict.benchmarks.soak.hostile;

import java.time.Duration;

/** Heads of HTTP requests that come a field at a time and never end. */
final class SlowHeads implements HostileShape {

  private static final int AT_ONCE = 500;
  private static final Duration INTERVAL = Duration.ofMillis(10);
  private static final Duration PAUSE = Duration.ofSeconds(2);

  @Override
  public String name() {
    return "slow-heads";
  }

  @Override
  public void begin(Attacker attacker) {
    attacker.every(
        INTERVAL,
        () -> {
          if (attacker.connections() < AT_ONCE) {
            attacker.open(attacker.server().http(), SlowHeads::trickle);
          }
        });
  }

  private static void trickle(Connection connection) {
    connection.send(HttpText.bytes(HttpText.openHead(HttpText.EVALUATION, 2)));
    connection.every(PAUSE, () -> connection.send(HttpText.bytes("X-Slow: a\r\n")));
  }
}
