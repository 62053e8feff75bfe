package dev.verdict.benchmarks.soak.hostile;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.time.Duration;

/** HTTP bodies of almost the longest length, without a token and without their last byte. */
final class UnfinishedBodies implements HostileShape {

  private static final int AT_ONCE = 400;
  private static final int BODY_BYTES = 1 << 20;
  private static final Duration INTERVAL = Duration.ofMillis(20);

  private final ByteBuf head =
      Unpooled.unreleasableBuffer(
          HttpText.bytes(HttpText.openHead(HttpText.EVALUATION, BODY_BYTES) + "\r\n"));
  private final ByteBuf body =
      Unpooled.unreleasableBuffer(HttpText.bytes(" ".repeat(BODY_BYTES - 1)));

  @Override
  public String name() {
    return "unfinished-bodies";
  }

  @Override
  public void begin(Attacker attacker) {
    attacker.every(
        INTERVAL,
        () -> {
          if (attacker.connections() < AT_ONCE) {
            attacker.open(attacker.server().http(), this::sendAllButTheLastByte);
          }
        });
  }

  private void sendAllButTheLastByte(Connection connection) {
    connection.send(head.duplicate());
    connection.send(body.duplicate());
  }
}
