package dev.verdict.benchmarks.soak.hostile;

import java.time.Duration;

/** Large answers that are asked for and not read. */
final class SlowReaders implements HostileShape {

  private static final int AT_ONCE = 20;
  private static final Duration INTERVAL = Duration.ofMillis(500);

  private final String body;

  /**
   * @param body of a batch with a large answer
   */
  SlowReaders(String body) {
    this.body = body;
  }

  @Override
  public String name() {
    return "slow-readers";
  }

  @Override
  public void begin(Attacker attacker) {
    attacker.every(
        INTERVAL,
        () -> {
          if (attacker.connections() < AT_ONCE) {
            attacker.open(attacker.server().http(), connection -> ask(connection, attacker));
          }
        });
  }

  private void ask(Connection connection, Attacker attacker) {
    connection.stopReading();
    connection.send(HttpText.request(HttpText.EVALUATIONS, attacker.tokens().insider(), body));
  }
}
