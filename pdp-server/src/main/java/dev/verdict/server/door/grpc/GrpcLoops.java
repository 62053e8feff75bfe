package dev.verdict.server.door.grpc;

import dev.verdict.server.eventual.CurrentLoop;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
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

/** The event loops of the gRPC door, of its own so that a call can go on where it came in. */
final class GrpcLoops implements CurrentLoop, AutoCloseable {

  private static final long MAX_STOP_SECONDS = 2;

  private final EventLoopGroup acceptor;
  private final EventLoopGroup workers;
  private final Class<? extends ServerChannel> channel;

  private GrpcLoops(
      EventLoopGroup acceptor, EventLoopGroup workers, Class<? extends ServerChannel> channel) {
    this.acceptor = acceptor;
    this.workers = workers;
    this.channel = channel;
  }

  /** By epoll where the platform has it; as many as Netty holds for good. */
  static GrpcLoops start() {
    ThreadFactory accepting = new DefaultThreadFactory("grpc-accept", true);
    ThreadFactory working = new DefaultThreadFactory("grpc-loop", true);
    return Epoll.isAvailable()
        ? new GrpcLoops(
            new EpollEventLoopGroup(1, accepting),
            new EpollEventLoopGroup(0, working),
            EpollServerSocketChannel.class)
        : new GrpcLoops(
            new NioEventLoopGroup(1, accepting),
            new NioEventLoopGroup(0, working),
            NioServerSocketChannel.class);
  }

  NettyServerBuilder serve(NettyServerBuilder builder) {
    return builder.bossEventLoopGroup(acceptor).workerEventLoopGroup(workers).channelType(channel);
  }

  @Override
  public Executor executor() {
    for (EventExecutor loop : workers) {
      if (loop.inEventLoop()) {
        return loop;
      }
    }
    return workers.next();
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
