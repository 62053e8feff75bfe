package dev.verdict.benchmarks.soak.hostile;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.time.Duration;

/**
 * Connections on which one client has asked with its good token, and which it then leaves alone.
 */
final class IdleInsiders implements HostileShape {

  private static final int AT_ONCE = 1_000;
  private static final Duration INTERVAL = Duration.ofMillis(20);

  @Override
  public String name() {
    return "idle-insiders";
  }

  @Override
  public void begin(Attacker attacker) {
    ByteBuf question =
        Unpooled.unreleasableBuffer(
            HttpText.bytes(
                HttpText.openHead(HttpText.EVALUATION, 2)
                    + "Authorization: Bearer "
                    + attacker.tokens().insider()
                    + "\r\n\r\n{}"));
    attacker.every(
        INTERVAL,
        () -> {
          if (attacker.connections() < AT_ONCE) {
            attacker.open(attacker.server().http(), question.duplicate());
          }
        });
  }
}
