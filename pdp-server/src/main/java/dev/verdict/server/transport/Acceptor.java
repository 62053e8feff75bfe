package dev.verdict.server.transport;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import dev.verdict.server.connection.Connection;
import dev.verdict.server.connection.Connections;
import dev.verdict.server.connection.Listener;
import io.netty.channel.Channel;
import io.netty.channel.ChannelConfig;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerAdapter;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Counts each connection when it is accepted, and closes those for which there is no room: before
 * TLS, and before an event loop is given to it. While the loops are behind it takes nobody: they
 * wait with the system.
 */
@ChannelHandler.Sharable
final class Acceptor extends ChannelInboundHandlerAdapter {

  private static final long PAUSE_MILLISECONDS = 5;

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
    accepted.pipeline().addLast(new FirstLook(connection.get()));
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
    InetSocketAddress remote = (InetSocketAddress) accepted.remoteAddress();
    return remote == null
        ? Optional.empty() // gone already
        : connections.opened(listener, remote, () -> cut(accepted));
  }

  /** Below Vert.x's handlers, which would wait until all that was written is read. */
  private static void cut(Channel accepted) {
    accepted.eventLoop().execute(() -> accepted.unsafe().close(accepted.unsafe().voidPromise()));
  }

  /** Tells when the loop of a connection has read what came with it, and leaves. */
  private static final class FirstLook extends ChannelHandlerAdapter {

    private final Connection connection;

    FirstLook(Connection connection) {
      this.connection = connection;
    }

    /** What is due at once comes after the next round in which the loop reads. */
    @Override
    public void handlerAdded(ChannelHandlerContext context) {
      var unused = context.executor().schedule(connection::seen, 0, TimeUnit.NANOSECONDS);
      context.pipeline().remove(this);
    }
  }
}
