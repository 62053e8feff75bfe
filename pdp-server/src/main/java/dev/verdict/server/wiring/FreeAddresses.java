package dev.verdict.server.wiring;

import dev.verdict.server.configuration.ListenAddress;
import dev.verdict.server.configuration.ListenConfiguration;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.ServerSocketChannel;

/** Finds out whether all doors can open before the policies are loaded, which takes a while. */
final class FreeAddresses {

  private FreeAddresses() {}

  /**
   * Makes sure that all addresses are free, and none is wanted twice.
   *
   * @throws IOException where one is not; the message says which and what to do
   */
  static void check(ListenConfiguration listen) throws IOException {
    try (var grpc = bound("grpc", listen.grpc());
        var http = bound("http", listen.http());
        var admin = bound("admin", listen.admin())) {
      // all three at once are free
    }
  }

  private static ServerSocketChannel bound(String door, ListenAddress address) throws IOException {
    var wanted = new InetSocketAddress(address.host(), address.port());
    ServerSocketChannel channel = ServerSocketChannel.open();
    try {
      channel.setOption(StandardSocketOptions.SO_REUSEADDR, true);
      if (wanted.isUnresolved()) {
        throw new IOException("there is no such host");
      }
      return channel.bind(wanted);
    } catch (IOException failed) {
      channel.close();
      throw new IOException(
          "cannot listen on "
              + address
              + " (`listen."
              + door
              + "`): "
              + failed.getMessage()
              + "; end what listens there, or choose another address with `--"
              + door
              + "-address`",
          failed);
    }
  }
}
