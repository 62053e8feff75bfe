package dev.verdict.server.transport;

import dev.verdict.server.configuration.ListenAddress;
import dev.verdict.server.refusal.Refusal;
import dev.verdict.server.refusal.RefusalKind;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import java.util.List;
import java.util.Optional;

/**
 * Which names a caller may have for this server. A browser believes that a page of {@code
 * attacker.example} may talk to {@code attacker.example}, and the attacker says that this name is
 * 127.0.0.1 (DNS rebinding): a server that believes everybody on its machine must not answer to it.
 */
public enum HostRule {
  /** Any name, but one. */
  ANY,
  /** A name of this machine's own; and pages of other names may not ask. */
  LOOPBACK;

  private static final Refusal NOT_ONE =
      Refusal.invalid("the request needs one `Host` header, no more and no less (RFC 9112 §3.2)");
  private static final Refusal OTHER_HOST =
      new Refusal(
          RefusalKind.MISDIRECTED,
          "this server runs in open development mode and answers to `localhost`, `127.0.0.1` and"
              + " `[::1]` only");
  private static final Refusal OTHER_ORIGIN =
      new Refusal(
          RefusalKind.MISDIRECTED,
          "this server runs in open development mode and answers no web pages of other hosts");

  /** Why a request is not answered; empty where it is. */
  public Optional<Refusal> refusal(HttpServerRequest request) {
    MultiMap headers = request.headers();
    List<String> hosts = headers.getAll(HttpHeaders.HOST);
    if (hosts.size() > 1 || (hosts.isEmpty() && request.version() != HttpVersion.HTTP_1_0)) {
      return Optional.of(NOT_ONE);
    }
    return this == LOOPBACK ? foreign(hosts, headers) : Optional.empty();
  }

  private static Optional<Refusal> foreign(List<String> hosts, MultiMap headers) {
    if (!hosts.isEmpty() && !isLoopback(hosts.get(0))) {
      return Optional.of(OTHER_HOST);
    }
    return headers.contains(HttpHeaders.ORIGIN)
            && !headers.getAll(HttpHeaders.ORIGIN).stream().allMatch(HostRule::isLoopbackOrigin)
        ? Optional.of(OTHER_ORIGIN)
        : Optional.empty();
  }

  private static boolean isLoopback(String host) {
    int bracket = host.indexOf(']');
    int colon = host.indexOf(':', bracket + 1);
    String name = colon < 0 ? host : host.substring(0, colon);
    // the usual names need no look at what an address may be
    return name.equals("127.0.0.1") || name.equals("localhost") || ListenAddress.isLoopback(name);
  }

  private static boolean isLoopbackOrigin(String origin) {
    int scheme = origin.indexOf("://");
    return scheme >= 0 && isLoopback(origin.substring(scheme + 3));
  }
}
