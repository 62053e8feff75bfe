package dev.verdict.benchmarks.soak.hostile;

import io.netty.buffer.ByteBuf;
import java.time.Duration;

/** Heads of HTTP requests beyond every bound: a long line, long fields, many fields. */
final class LargeHeads implements HostileShape {

  private static final int MAX_AT_ONCE = 50;
  private static final int LONG = 200_000;
  private static final int MANY = 20_000;
  private static final Duration INTERVAL = Duration.ofMillis(50);
  private static final String END = "\r\n\r\n";

  private int turn;

  @Override
  public String name() {
    return "large-heads";
  }

  @Override
  public void begin(Attacker attacker) {
    attacker.every(
        INTERVAL,
        () -> {
          if (attacker.connections() < MAX_AT_ONCE) {
            attacker.open(attacker.server().http(), head());
          }
        });
  }

  private ByteBuf head() {
    String open = HttpText.openHead(HttpText.EVALUATION, 2);
    return HttpText.bytes(
        switch (turn++ % 3) {
          case 0 -> "GET /" + "a".repeat(LONG) + " HTTP/1.1" + END;
          case 1 -> open + "X-Long: " + "a".repeat(LONG) + END;
          default -> open + "a: b\r\n".repeat(MANY) + "\r\n";
        });
  }
}
