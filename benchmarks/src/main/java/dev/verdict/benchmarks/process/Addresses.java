package dev.verdict.benchmarks.process;

import java.net.InetSocketAddress;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a server listens, as it says on its console.
 *
 * @param grpc of the gRPC door
 * @param http of the HTTP door
 * @param admin of the admin port
 */
public record Addresses(InetSocketAddress grpc, InetSocketAddress http, InetSocketAddress admin) {

  private static final String SERVING = "serving; Ctrl-C stops";

  /** Whether the server says that it serves, and so where. */
  public static boolean areIn(String console) {
    return console.contains(SERVING);
  }

  /** Those that the console tells. */
  public static Addresses of(String console) {
    return new Addresses(
        address("gRPC", console), address("HTTP", console), address("admin", console));
  }

  private static InetSocketAddress address(String name, String console) {
    Matcher line =
        Pattern.compile("^" + name + " +(?:http://)?(127\\.0\\.0\\.1):(\\d+)$", Pattern.MULTILINE)
            .matcher(console);
    if (!line.find()) {
      throw new IllegalStateException("the server does not say where `" + name + "` listens");
    }
    return new InetSocketAddress(line.group(1), Integer.parseInt(line.group(2)));
  }
}
