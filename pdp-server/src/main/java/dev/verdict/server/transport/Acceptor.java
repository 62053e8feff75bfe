package dev.verdict.server.transport;

import dev.verdict.server.connection.Connection;
import dev.verdict.server.connection.Connections;
import dev.verdict.server.connection.Listener;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.net.InetSocketAddress;
import java.util.Optional;

/**
 * Counts each connection when it is accepted, and closes those for which there is no room: before
 * TLS, and before an event loop is given to it.
 */
@ChannelHandler.Sharable
final class Acceptor extends ChannelInboundHandlerAdapter {

  private final Connections connections;
  private final Listener listener;

  Acceptor(Connections connections, Listener listener) {
    this.connections = connections;
    this.listener = listener;
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    var accepted = (Channel) message;
    Optional<Connection> connection = open(accepted);
    if (connection.isEmpty()) {
      accepted.unsafe().closeForcibly();
      return;
    }
    accepted.closeFuture().addListener(closed -> connection.get().closed());
    context.fireChannelRead(accepted);
  }

  private Optional<Connection> open(Channel accepted) {
    InetSocketAddress remote = (InetSocketAddress) accepted.remoteAddress();
    return remote == null
        ? Optional.empty() // gone already
        : connections.opened(listener, remote, () -> cut(accepted));
  }

  private static void cut(Channel accepted) {
    var unused = accepted.close();
  }
}
