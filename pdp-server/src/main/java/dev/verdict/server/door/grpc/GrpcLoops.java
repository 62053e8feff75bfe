package dev.verdict.server.door.grpc;

import dev.verdict.server.eventual.CurrentLoop;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.netty.shaded.io.netty.channel.ChannelHandler;
import io.grpc.netty.shaded.io.netty.channel.EventLoopGroup;
import io.grpc.netty.shaded.io.netty.channel.ServerChannel;
import io.grpc.netty.shaded.io.netty.channel.epoll.Epoll;
import io.grpc.netty.shaded.io.netty.channel.epoll.EpollEventLoopGroup;
import io.grpc.netty.shaded.io.netty.channel.epoll.EpollServerSocketChannel;
import io.grpc.netty.shaded.io.netty.channel.nio.NioEventLoopGroup;
import io.grpc.netty.shaded.io.netty.channel.socket.nio.NioServerSocketChannel;
import io.grpc.netty.shaded.io.netty.util.concurrent.DefaultThreadFactory;
import io.grpc.netty.shaded.io.netty.util.concurrent.EventExecutor;
import io.grpc.netty.shaded.io.netty.util.concurrent.Future;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** The event loops of the gRPC door, of its own so that a call can go on where it came in. */
final class GrpcLoops implements CurrentLoop, AutoCloseable {

  private static final long MAX_STOP_SECONDS = 2;

  private final EventLoopGroup acceptor;
  private final EventLoopGroup workers;
  private final Supplier<ServerChannel> channels;

  private GrpcLoops(
      EventLoopGroup acceptor, EventLoopGroup workers, Supplier<ServerChannel> channels) {
    this.acceptor = acceptor;
    this.workers = workers;
    this.channels = channels;
  }

  /** By epoll where the platform has it; as many as Netty holds for good. */
  static GrpcLoops start() {
    ThreadFactory accepting = new DefaultThreadFactory("grpc-accept", true);
    ThreadFactory working = new DefaultThreadFactory("grpc-loop", true);
    return Epoll.isAvailable()
        ? new GrpcLoops(
            new EpollEventLoopGroup(1, accepting),
            new EpollEventLoopGroup(0, working),
            EpollServerSocketChannel::new)
        : new GrpcLoops(
            new NioEventLoopGroup(1, accepting),
            new NioEventLoopGroup(0, working),
            NioServerSocketChannel::new);
  }

  /** Has the server run on these loops, with a handler in each channel that listens. */
  NettyServerBuilder serve(NettyServerBuilder builder, ChannelHandler accepting) {
    return builder
        .bossEventLoopGroup(acceptor)
        .workerEventLoopGroup(workers)
        .channelFactory(
            () -> {
              ServerChannel listening = channels.get();
              listening.pipeline().addLast(accepting);
              return listening;
            });
  }

  @Override
  public Executor executor() {
    for (EventExecutor loop : workers) {
      if (loop.inEventLoop()) {
        return later(loop);
      }
    }
    return later(workers.next());
  }

  /** What is scheduled comes after what has arrived. */
  private static Executor later(EventExecutor loop) {
    return task -> {
      var unused = loop.schedule(task, 0, TimeUnit.NANOSECONDS);
    };
  }

  /** Ends the loops, after the server has. */
  @Override
  public void close() {
    end(acceptor);
    end(workers);
  }

  private static void end(EventLoopGroup loops) {
    Future<?> ended = loops.shutdownGracefully(0, MAX_STOP_SECONDS, TimeUnit.SECONDS);
    ended.awaitUninterruptibly(MAX_STOP_SECONDS, TimeUnit.SECONDS);
  }
}
