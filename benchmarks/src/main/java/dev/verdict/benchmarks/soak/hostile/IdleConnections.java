package dev.verdict.benchmarks.soak.hostile;

import dev.verdict.benchmarks.process.Addresses;
import io.netty.buffer.Unpooled;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.function.Function;

/** Connections that are opened and then left alone; every other one says at least hello. */
final class IdleConnections implements HostileShape {

  private static final Duration INTERVAL = Duration.ofMillis(5);

  private final String name;
  private final int atOnce;
  private final Function<Addresses, InetSocketAddress> door;
  private boolean silent;

  private IdleConnections(String name, int atOnce, Function<Addresses, InetSocketAddress> door) {
    this.name = name;
    this.atOnce = atOnce;
    this.door = door;
  }

  static IdleConnections toGrpc(int atOnce) {
    return new IdleConnections("idle-grpc", atOnce, Addresses::grpc);
  }

  static IdleConnections toHttp(int atOnce) {
    return new IdleConnections("idle-http", atOnce, Addresses::http);
  }

  static IdleConnections toAdmin(int atOnce) {
    return new IdleConnections("idle-admin", atOnce, Addresses::admin);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void begin(Attacker attacker) {
    InetSocketAddress address = door.apply(attacker.server());
    boolean speaksHttp2 = address.equals(attacker.server().grpc());
    attacker.every(
        INTERVAL,
        () -> {
          if (attacker.connections() < atOnce) {
            silent = !silent;
            boolean hello = speaksHttp2 && !silent;
            attacker.open(address, hello ? Frames.connection().bytes() : Unpooled.EMPTY_BUFFER);
          }
        });
  }
}
