package dev.verdict.benchmarks.soak.hostile;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.time.Duration;

/** What is no HTTP/2 at all, sent to the gRPC door: HTTP/1.1 with a secret, noise, a TLS hello. */
final class GarbageToGrpc implements HostileShape {

  private static final int MAX_AT_ONCE = 100;
  private static final int NOISE_BYTES = 4_096;
  private static final Duration INTERVAL = Duration.ofMillis(20);
  private static final byte[] TLS_HELLO = {22, 3, 1, 0, 5, 1, 0, 0, 1, 3};

  private int turn;

  @Override
  public String name() {
    return "garbage-to-grpc";
  }

  @Override
  public void begin(Attacker attacker) {
    attacker.every(
        INTERVAL,
        () -> {
          if (attacker.connections() < MAX_AT_ONCE) {
            attacker.open(attacker.server().grpc(), garbage(attacker));
          }
        });
  }

  private ByteBuf garbage(Attacker attacker) {
    return switch (turn++ % 3) {
      case 0 -> HttpText.bytes("GET /cb?access_token=secret HTTP/1.1\r\nHost: pdp\r\n\r\n");
      case 1 -> Unpooled.wrappedBuffer(TLS_HELLO);
      default -> {
        byte[] noise = new byte[NOISE_BYTES];
        attacker.random().nextBytes(noise);
        yield Unpooled.wrappedBuffer(noise);
      }
    };
  }
}
