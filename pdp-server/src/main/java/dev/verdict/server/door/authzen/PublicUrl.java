package dev.verdict.server.door.authzen;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;

/**
 * Under which URL callers know this decision point. It is configured, never taken from a request: a
 * header like {@code X-Forwarded-Host} would let a stranger lead callers to another decision point.
 *
 * @param base without a slash at the end
 * @param path of the base; empty for a whole host
 */
record PublicUrl(String base, String path) {

  /**
   * As an operator configured it. AuthZEN wants https; http is for the inside of one machine.
   *
   * @throws IllegalArgumentException where AuthZEN 1.0 §9.1 does not take it for an identifier
   */
  static PublicUrl of(URI configured) {
    boolean plain =
        configured.getHost() != null
            && configured.getRawUserInfo() == null
            && configured.getRawQuery() == null
            && configured.getRawFragment() == null;
    boolean web =
        "https".equalsIgnoreCase(configured.getScheme())
            || "http".equalsIgnoreCase(configured.getScheme());
    if (!plain || !web) {
      throw new IllegalArgumentException(
          "public URL: `"
              + configured
              + "` (expected: https and a host, without user, query and fragment)");
    }
    String base = withoutSlash(configured.toString());
    return new PublicUrl(base, withoutSlash(configured.getRawPath()));
  }

  /** For development, where none is configured: the address that the server listens on. */
  static PublicUrl of(boolean tls, InetSocketAddress address) {
    InetAddress host =
        address.getAddress().isAnyLocalAddress()
            ? InetAddress.getLoopbackAddress()
            : address.getAddress();
    String literal = host.getHostAddress();
    String name = literal.contains(":") ? "[" + literal + "]" : literal;
    return new PublicUrl((tls ? "https://" : "http://") + name + ":" + address.getPort(), "");
  }

  private static String withoutSlash(String text) {
    return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
  }
}
