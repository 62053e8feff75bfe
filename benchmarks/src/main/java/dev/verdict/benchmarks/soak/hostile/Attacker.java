package dev.verdict.benchmarks.soak.hostile;

import dev.verdict.benchmarks.process.Addresses;
import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * What a hostile shape can do: open connections from many addresses, act again and again, and hear
 * what comes back. Everything happens on one thread.
 */
final class Attacker {

  private static final int MAX_CONNECT_MILLISECONDS = 5_000;

  /** All of 127.0.0.0/8 is this machine: a bound for one address alone is no defence. */
  private static final int ADDRESSES = 64;

  private final int number;
  private final Addresses server;
  private final InsiderTokens tokens;
  private final EventLoop loop;
  private final Random random;
  private final Told told = new Told();
  private final Set<Channel> open = new HashSet<>();
  private int connections;
  private boolean stopped;

  /**
   * @param number of this attacker among all; each has addresses of its own
   */
  Attacker(int number, Addresses server, InsiderTokens tokens, EventLoop loop) {
    this.number = number;
    this.server = server;
    this.tokens = tokens;
    this.loop = loop;
    this.random = new Random(number);
  }

  Addresses server() {
    return server;
  }

  InsiderTokens tokens() {
    return tokens;
  }

  Random random() {
    return random;
  }

  /** How many connections it has, those that are not established yet included. */
  int connections() {
    return open.size();
  }

  /** What it was told so far. */
  Told told() {
    return told;
  }

  /** Repeats an act until the end. */
  void every(Duration interval, Runnable act) {
    var unused =
        loop.scheduleAtFixedRate(
            () -> {
              if (!stopped) {
                act.run();
              }
            },
            0,
            interval.toNanos(),
            TimeUnit.NANOSECONDS);
  }

  /**
   * Opens a connection.
   *
   * @param bytes to send at once; released once they are sent or cannot be
   */
  void open(InetSocketAddress to, ByteBuf bytes) {
    open(to, connection -> connection.send(bytes));
  }

  /**
   * Opens a connection.
   *
   * @param established what to do first
   */
  void open(InetSocketAddress to, Consumer<Connection> established) {
    var replies = new Replies(told);
    ChannelFuture connected =
        new Bootstrap()
            .group(loop)
            .channel(NioSocketChannel.class)
            .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, MAX_CONNECT_MILLISECONDS)
            .option(ChannelOption.TCP_NODELAY, true)
            .handler(
                new ChannelInitializer<>() {
                  @Override
                  protected void initChannel(Channel channel) {
                    channel.pipeline().addLast(replies);
                  }
                })
            .connect(to, nextAddress());
    Channel channel = connected.channel();
    open.add(channel);
    channel.closeFuture().addListener(closed -> open.remove(channel));
    connected.addListener(
        done -> {
          if (!done.isSuccess()) {
            told.hear("no connection");
          } else if (stopped) {
            var unused = channel.close();
          } else {
            established.accept(new Connection(channel, replies));
          }
        });
  }

  private InetSocketAddress nextAddress() {
    int last = 1 + connections++ % ADDRESSES;
    return new InetSocketAddress("127.%d.0.%d".formatted(100 + number, last), 0);
  }

  /** Acts no more and lets go of everything. */
  void stop() {
    stopped = true;
    for (Channel channel : Set.copyOf(open)) {
      channel.pipeline().get(Replies.class).endOfAttack();
      var unused = channel.close();
    }
  }
}
