package dev.verdict.client;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the PDP is: {@code host:port}, {@code [2001:db8::1]:port}, {@code dns:///host:port} or
 * {@code unix:path}.
 *
 * @param text as gRPC takes it
 * @param loopback whether it cannot be another machine. No name is resolved to find that out: what
 *     a name stands for is for others to say
 */
record Target(String text, boolean loopback) {

  private static final String EXPECTED = " (expected: `host:port`, such as `pdp.internal:7070`)";
  private static final Pattern URL = Pattern.compile("(?i)(https?|grpcs?)://.*");
  private static final Pattern AUTHORITY =
      Pattern.compile(
          "(?:dns://(?:[^/]*)/)?(?<host>\\[[0-9A-Fa-f:.%a-z]+]|[^:/\\[\\]]+):(?<port>[0-9]{1,5})");
  private static final Pattern LOOPBACK_IPV4 =
      Pattern.compile("127(\\.(25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])){3}");

  /**
   * Reads a target.
   *
   * @throws IllegalArgumentException for anything else
   */
  static Target of(String text) {
    WellFormed.name("target", text);
    if (text.startsWith("unix:")) {
      return new Target(text, /* loopback= */ true);
    }
    if (URL.matcher(text).matches()) {
      throw refused(text, "is a URL; leave out the scheme");
    }
    Matcher parts = AUTHORITY.matcher(text);
    if (!parts.matches()) {
      throw refused(text, "has no port, or another form");
    }
    if (!isPort(Integer.parseInt(parts.group("port")))) {
      throw refused(text, "has a port that is none");
    }
    return new Target(text, isLoopback(parts.group("host")));
  }

  private static boolean isPort(int number) {
    return number > 0 && number < 1 << 16;
  }

  private static boolean isLoopback(String host) {
    return host.toLowerCase(Locale.ROOT).equals("localhost")
        || LOOPBACK_IPV4.matcher(host).matches()
        || (host.startsWith("[") && isLoopbackLiteral(host));
  }

  /** An address in brackets is read and never looked up. */
  private static boolean isLoopbackLiteral(String bracketed) {
    try {
      return InetAddress.getByName(bracketed).isLoopbackAddress();
    } catch (UnknownHostException noAddress) {
      throw refused(bracketed, "is no IPv6 address");
    }
  }

  private static IllegalArgumentException refused(String text, String why) {
    return new IllegalArgumentException("target `" + text + "` " + why + EXPECTED);
  }
}
