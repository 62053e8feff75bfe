package dev.verdict.server.configuration;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Where a door listens.
 *
 * @param host an address or a name; an IPv6 address without brackets
 * @param port 0 lets the system choose a free one
 */
public record ListenAddress(String host, int port) {

  private static final Pattern LOOPBACK_V4 =
      Pattern.compile("127(\\.(25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])){3}");

  public ListenAddress {
    if (host.isEmpty() || host.chars().anyMatch(c -> c <= ' ' || c == '/' || c == '%')) {
      throw new InvalidConfigurationException(
          "the host of a listen address is empty or no host; write it as `127.0.0.1:7070`");
    }
    if (port < 0 || port > 65_535) {
      throw new InvalidConfigurationException("port: " + port + " (expected: 0 to 65535)");
    }
  }

  /** Reads {@code 127.0.0.1:7070}, {@code [::1]:7070} or {@code localhost:7070}. */
  public static ListenAddress parse(String text) {
    int colon = text.lastIndexOf(':');
    String host = colon < 0 ? "" : text.substring(0, colon);
    String port = text.substring(colon + 1);
    if (host.startsWith("[") && host.endsWith("]")) {
      host = host.substring(1, host.length() - 1);
    } else if (host.indexOf(':') >= 0) {
      host = "";
    }
    if (!port.matches("[0-9]{1,5}")) {
      throw new InvalidConfigurationException(
          "a listen address needs a host and a port, as in `127.0.0.1:7070` or `[::1]:7070`");
    }
    return new ListenAddress(host, Integer.parseInt(port));
  }

  /** Whether only programs on this machine can reach it. */
  public boolean isLoopback() {
    return isLoopback(host);
  }

  /** Never asks the network: a name other than {@code localhost} could be anywhere. */
  public static boolean isLoopback(String host) {
    if (host.startsWith("[") && host.endsWith("]")) {
      return isLoopback(host.substring(1, host.length() - 1));
    }
    if (host.indexOf(':') >= 0) {
      return isLoopbackV6(host);
    }
    return host.toLowerCase(Locale.ROOT).equals("localhost") || LOOPBACK_V4.matcher(host).matches();
  }

  private static boolean isLoopbackV6(String host) {
    try {
      return InetAddress.getByName("[" + host + "]").isLoopbackAddress();
    } catch (UnknownHostException notAnAddress) {
      return false;
    }
  }

  @Override
  public String toString() {
    return (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + port;
  }
}
