package dev.verdict.benchmarks.soak.hostile;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.time.Duration;

/** gRPC calls without a token whose messages begin and do not end, many on each connection. */
final class UnfinishedMessages implements HostileShape {

  private static final int AT_ONCE = 100;
  private static final int CALLS = 64;

  /**
   * What HTTP/2 lets anybody send on a connection before the server says more (RFC 9113 §6.9.2).
   */
  private static final int WINDOW_BYTES = 65_535;

  private static final int FRAME_BYTES = 16_000;
  private static final int MESSAGE_BYTES = 1 << 20;
  private static final Duration INTERVAL = Duration.ofMillis(20);

  @Override
  public String name() {
    return "unfinished-messages";
  }

  @Override
  public void begin(Attacker attacker) {
    ByteBuf calls = Unpooled.unreleasableBuffer(calls());
    attacker.every(
        INTERVAL,
        () -> {
          if (attacker.connections() < AT_ONCE) {
            attacker.open(attacker.server().grpc(), calls.duplicate());
          }
        });
  }

  private static ByteBuf calls() {
    Frames frames = Frames.connection();
    for (int i = 0; i < CALLS; i++) {
      frames.call(2 * i + 1, Frames.Fields.ofEvaluate());
    }
    int sent = 0;
    for (int i = 0; sent + FRAME_BYTES < WINDOW_BYTES; i++, sent += FRAME_BYTES) {
      frames.frame(Frames.DATA, 0, 2 * i + 1, beginning());
    }
    return frames.bytes();
  }

  /** Of a message that is said to be as long as one may be. */
  private static ByteBuf beginning() {
    ByteBuf bytes = Unpooled.buffer(FRAME_BYTES).writeByte(0).writeInt(MESSAGE_BYTES);
    return bytes.writeZero(FRAME_BYTES - bytes.readableBytes());
  }
}
