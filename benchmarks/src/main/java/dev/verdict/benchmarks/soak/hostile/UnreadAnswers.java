package dev.verdict.benchmarks.soak.hostile;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.time.Duration;

/** Requests without a token, one after the other, of which no answer is ever read. */
final class UnreadAnswers implements HostileShape {

  private static final int AT_ONCE = 20;
  private static final int REQUESTS = 100;
  private static final Duration BETWEEN_CONNECTIONS = Duration.ofMillis(100);
  private static final Duration BETWEEN_BURSTS = Duration.ofSeconds(1);

  private final ByteBuf requests =
      Unpooled.unreleasableBuffer(
          HttpText.bytes(
              "GET /.well-known/unknown HTTP/1.1\r\nHost: pdp\r\n\r\n".repeat(REQUESTS)));

  @Override
  public String name() {
    return "unread-answers";
  }

  @Override
  public void begin(Attacker attacker) {
    attacker.every(
        BETWEEN_CONNECTIONS,
        () -> {
          if (attacker.connections() < AT_ONCE) {
            attacker.open(attacker.server().http(), this::ask);
          }
        });
  }

  private void ask(Connection connection) {
    connection.stopReading();
    connection.every(
        BETWEEN_BURSTS,
        () -> {
          if (connection.isWritable()) {
            connection.send(requests.duplicate());
          }
        });
  }
}
