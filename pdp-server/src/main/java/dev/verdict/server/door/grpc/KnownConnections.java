package dev.verdict.server.door.grpc;

import dev.verdict.server.connection.Connection;
import dev.verdict.server.connection.Connections;
import dev.verdict.server.connection.Listener;
import io.grpc.Attributes;
import io.grpc.Grpc;
import io.grpc.ServerCall;
import io.grpc.ServerTransportFilter;
import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;

/** Tells the calls of a connection which one they came on. */
final class KnownConnections extends ServerTransportFilter {

  private static final Attributes.Key<Connection> CONNECTION =
      Attributes.Key.create("verdict-connection");

  private final Connections connections;

  KnownConnections(Connections connections) {
    this.connections = connections;
  }

  @Override
  public Attributes transportReady(Attributes transport) {
    return transport.get(Grpc.TRANSPORT_ATTR_REMOTE_ADDR) instanceof InetSocketAddress remote
        ? connections
            .find(Listener.GRPC, remote)
            .map(known -> transport.toBuilder().set(CONNECTION, known).build())
            .orElse(transport)
        : transport;
  }

  /** The connection that a call came on; null where it has ended since. */
  static @Nullable Connection of(ServerCall<?, ?> call) {
    return call.getAttributes().get(CONNECTION);
  }

  /** The call was authenticated, so its connection is proven. */
  static void prove(ServerCall<?, ?> call) {
    @Nullable Connection connection = of(call);
    if (connection != null) {
      connection.prove();
    }
  }
}
