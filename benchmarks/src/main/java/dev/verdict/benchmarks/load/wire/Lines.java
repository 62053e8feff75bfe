package dev.verdict.benchmarks.load.wire;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Connections to one server that take messages in turn. A message for which no connection has room
 * waits for one, in the order in which they came.
 */
public final class Lines implements AutoCloseable {

  private static final int MAX_CONNECT_MILLISECONDS = 10_000;

  private record Waiting(int message, Caller caller) {}

  private final EventLoop loop =
      new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory()).next();
  private final List<Channel> channels = new ArrayList<>();

  /** One entry for each call that a line could take more. */
  private final ArrayDeque<Line> room = new ArrayDeque<>();

  private final ArrayDeque<Waiting> waiting = new ArrayDeque<>();

  private Lines() {}

  /**
   * Connects.
   *
   * @param connections at least 1
   */
  public static Lines open(
      Protocol protocol,
      InetSocketAddress server,
      String path,
      List<Message> messages,
      int connections)
      throws IOException, InterruptedException {
    var lines = new Lines();
    boolean opened = false;
    try {
      Supplier<Line> make = protocol.lines(path, messages);
      var all = new ArrayList<Line>();
      for (int i = 0; i < connections; i++) {
        all.add(lines.connect(make.get(), server));
      }
      // in turns, so that no line has a second call before each has one
      for (int round = 0; round < all.get(0).capacity(); round++) {
        lines.room.addAll(all);
      }
      opened = true;
      return lines;
    } finally {
      if (!opened) {
        lines.close();
      }
    }
  }

  private Line connect(Line line, InetSocketAddress server)
      throws IOException, InterruptedException {
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
                    channel.pipeline().addLast(line.handler());
                  }
                })
            .connect(server)
            .await();
    if (!connected.isSuccess()) {
      throw new IOException("cannot connect to " + server, connected.cause());
    }
    channels.add(connected.channel());
    return line;
  }

  /** How many connections there are. Messages take them in turn. */
  public int connections() {
    return channels.size();
  }

  /** Runs a task on the event loop, where calls are made and answered. */
  public void execute(Runnable task) {
    loop.execute(task);
  }

  /** Runs a task on the event loop once that has looked at the network again. */
  public void executeAfterReading(Runnable task) {
    // what is scheduled while tasks run is not among those of the same turn, unlike what is
    // executed
    var unused = loop.schedule(task, 0, TimeUnit.NANOSECONDS);
  }

  /** Sends a message, on the loop. */
  public void ask(int message, Caller caller) {
    Line line = room.poll();
    if (line == null) {
      waiting.add(new Waiting(message, caller));
    } else {
      line.ask(message, new Held(line, caller));
    }
  }

  @Override
  public void close() {
    for (Channel channel : channels) {
      var unused = channel.close();
    }
    var unused = loop.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
  }

  /** Gives the room of a call back before its caller hears of the answer and asks again. */
  private final class Held implements Caller {

    private final Line line;
    private final Caller caller;

    Held(Line line, Caller caller) {
      this.line = line;
      this.caller = caller;
    }

    @Override
    public void answered(int message, byte[] body) {
      free();
      caller.answered(message, body);
    }

    @Override
    public void failed(int message, String why) {
      free();
      caller.failed(message, why);
    }

    private void free() {
      room.add(line);
      Waiting next = waiting.poll();
      if (next != null) {
        ask(next.message(), next.caller());
      }
    }
  }
}
