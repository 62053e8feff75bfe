package dev.verdict.server.connection;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.ByteBuffer;

/**
 * Those who count as one: an IPv4 address, or a /64 of IPv6, all of which one machine may have.
 *
 * @param version 4 or 6
 * @param prefix the address, or its first half
 */
record Network(int version, long prefix) {

  static Network of(InetAddress address) {
    byte[] bytes = address.getAddress();
    return address instanceof Inet6Address
        ? new Network(6, ByteBuffer.wrap(bytes).getLong())
        : new Network(4, ByteBuffer.wrap(bytes).getInt());
  }
}
