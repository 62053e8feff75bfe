package dev.verdict.benchmarks.soak.hostile;

import dev.verdict.benchmarks.credential.Credentials;
import dev.verdict.benchmarks.process.Addresses;
import io.netty.channel.EventLoop;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** Hostile shapes at work against one server. */
public final class Attack implements AutoCloseable {

  private final MultiThreadIoEventLoopGroup group =
      new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
  private final EventLoop loop = group.next();
  private final Map<String, Attacker> attackers = new LinkedHashMap<>();

  private Attack() {}

  /**
   * Begins.
   *
   * @param wanted which shapes, by name
   */
  public static Attack start(Addresses server, Credentials credentials, Predicate<String> wanted) {
    var attack = new Attack();
    var tokens = new InsiderTokens(credentials);
    List<HostileShape> shapes = HostileShapes.all();
    for (int i = 0; i < shapes.size(); i++) {
      HostileShape shape = shapes.get(i);
      if (wanted.test(shape.name())) {
        var attacker = new Attacker(i, server, tokens, attack.loop);
        attack.attackers.put(shape.name(), attacker);
        attack.loop.execute(() -> shape.begin(attacker));
      }
    }
    return attack;
  }

  /** Ends the attack: all connections are closed. What each shape was told, by name. */
  public Map<String, String> stop() throws InterruptedException {
    var told = new LinkedHashMap<String, String>();
    var stopped = new ArrayList<Runnable>();
    attackers.forEach(
        (name, attacker) ->
            stopped.add(
                () -> {
                  attacker.stop();
                  told.put(name, attacker.told().summary());
                }));
    loop.submit(() -> stopped.forEach(Runnable::run)).await();
    return told;
  }

  @Override
  public void close() throws InterruptedException {
    group.shutdownGracefully(0, 1, TimeUnit.SECONDS).await();
  }
}
