package dev.verdict.server.door.grpc;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import dev.verdict.server.connection.Connection;
import dev.verdict.server.connection.Connections;
import dev.verdict.server.connection.Listener;
import io.grpc.netty.shaded.io.netty.channel.Channel;
import io.grpc.netty.shaded.io.netty.channel.ChannelConfig;
import io.grpc.netty.shaded.io.netty.channel.ChannelHandler;
import io.grpc.netty.shaded.io.netty.channel.ChannelHandlerContext;
import io.grpc.netty.shaded.io.netty.channel.ChannelInboundHandlerAdapter;
import java.net.InetSocketAddress;
import java.util.Optional;

/**
 * Counts each connection when it is accepted, and closes those for which there is no room: before
 * TLS, and before an event loop is given to it. While the loops are behind it takes nobody: they
 * wait with the system.
 */
@ChannelHandler.Sharable
final class Acceptor extends ChannelInboundHandlerAdapter {

  private static final long PAUSE_MILLISECONDS = 5;

  private final Connections connections;
  private final boolean tls;

  Acceptor(Connections connections, boolean tls) {
    this.connections = connections;
    this.tls = tls;
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    var accepted = (Channel) message;
    Optional<Connection> connection = open(accepted);
    if (connection.isEmpty()) {
      accepted.unsafe().closeForcibly();
      return;
    }
    var unused = accepted.closeFuture().addListener(closed -> connection.get().closed());
    accepted.pipeline().addLast(new FirstBytes(connection.get(), tls));
    context.fireChannelRead(accepted);
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext context) {
    if (connections.isBehind()) {
      ChannelConfig listening = context.channel().config();
      listening.setAutoRead(false);
      var unused =
          context
              .executor()
              .schedule(() -> listening.setAutoRead(true), PAUSE_MILLISECONDS, MILLISECONDS);
    }
    context.fireChannelReadComplete();
  }

  private Optional<Connection> open(Channel accepted) {
    return accepted.remoteAddress() instanceof InetSocketAddress remote
        ? connections.opened(Listener.GRPC, remote, () -> cut(accepted))
        : Optional.empty(); // gone already
  }

  /** Below gRPC's handlers, which would take leave first and wait for the other side. */
  private static void cut(Channel accepted) {
    var unused =
        accepted.eventLoop().submit(() -> accepted.unsafe().close(accepted.unsafe().voidPromise()));
  }
}
