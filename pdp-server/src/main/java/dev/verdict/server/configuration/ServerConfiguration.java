package dev.verdict.server.configuration;

import dev.verdict.policy.limit.Limits;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * All that an operator sets. Holding one means that it makes sense as a whole.
 *
 * @param listen where the doors listen
 * @param repository where policies come from
 * @param identity whose tokens are accepted; absent is open development mode, on loopback only
 * @param cache how decisions are remembered
 * @param publicUrl under which address callers reach the HTTP door (AuthZEN 1.0 §9)
 * @param tls for the gRPC and the HTTP door
 * @param limits how large policies and requests may be
 * @param callTimeout how long a call may take, once all of it is there
 * @param plaintext says that something in front of this server terminates TLS
 * @param connections what connections may hold
 * @param drainWait from the wish to stop until the doors take no more: load balancers that ask
 *     {@code /readyz} need a moment to send new calls elsewhere
 */
public record ServerConfiguration(
    ListenConfiguration listen,
    RepositoryConfiguration repository,
    Optional<IdentityConfiguration> identity,
    CacheConfiguration cache,
    Optional<URI> publicUrl,
    Optional<TlsConfiguration> tls,
    Limits limits,
    Duration callTimeout,
    boolean plaintext,
    ConnectionLimits connections,
    Duration drainWait) {

  /** The time of a call where nothing else is set; so long doors wait for calls when they close. */
  public static final Duration DEFAULT_CALL_TIMEOUT = Duration.ofSeconds(5);

  private static final Duration MIN_CALL_TIMEOUT = Duration.ofMillis(10);
  private static final Duration MAX_CALL_TIMEOUT = DEFAULT_CALL_TIMEOUT;
  private static final Duration MAX_DRAIN_WAIT = Duration.ofMinutes(5);

  public ServerConfiguration {
    if (identity.isEmpty()) {
      checkAllLoopback(listen);
    } else {
      checkTransport(listen, tls, plaintext);
    }
    if (tls.isPresent() && plaintext) {
      throw new InvalidConfigurationException(
          "`plaintext` and `tls` contradict each other; remove one");
    }
    publicUrl.ifPresent(ServerConfiguration::checkPublicUrl);
    checkCallTimeout(callTimeout);
    if (drainWait.isNegative() || drainWait.compareTo(MAX_DRAIN_WAIT) > 0) {
      throw new InvalidConfigurationException("`drain-wait` is not within `0s` and `5m`");
    }
  }

  /** Defaults and open development mode: what a newcomer starts with. */
  public static ServerConfiguration development(RepositoryConfiguration repository) {
    return new ServerConfiguration(
        ListenConfiguration.DEFAULT,
        repository,
        Optional.empty(),
        CacheConfiguration.DEFAULT,
        Optional.empty(),
        Optional.empty(),
        Limits.STANDARD,
        DEFAULT_CALL_TIMEOUT,
        false,
        ConnectionLimits.DEFAULT,
        Duration.ZERO);
  }

  private static void checkAllLoopback(ListenConfiguration listen) {
    for (ListenAddress address : List.of(listen.grpc(), listen.http(), listen.admin())) {
      if (!address.isLoopback()) {
        throw new InvalidConfigurationException(
            "`"
                + address
                + "` can be reached from other machines, but without `identity` the server believes"
                + " every caller (open development mode); set `identity`, or listen on 127.0.0.1");
      }
    }
  }

  private static void checkTransport(
      ListenConfiguration listen, Optional<TlsConfiguration> tls, boolean plaintext) {
    if (tls.isPresent() || plaintext) {
      return;
    }
    for (ListenAddress address : List.of(listen.grpc(), listen.http())) {
      if (!address.isLoopback()) {
        throw new InvalidConfigurationException(
            "bearer tokens would cross the network in the clear on `"
                + address
                + "`: who reads one can use it; set `tls`, or `plaintext: true` where TLS is"
                + " terminated in front of the server");
      }
    }
  }

  static void checkCallTimeout(Duration time) {
    if (time.compareTo(MIN_CALL_TIMEOUT) < 0 || time.compareTo(MAX_CALL_TIMEOUT) > 0) {
      throw new InvalidConfigurationException("`call-timeout` is not within `10ms` and `5s`");
    }
  }

  static void checkPublicUrl(URI url) {
    boolean web = "https".equalsIgnoreCase(url.getScheme()) || "http".equals(url.getScheme());
    if (!web
        || url.getHost() == null
        || url.getRawUserInfo() != null
        || url.getRawQuery() != null
        || url.getRawFragment() != null) {
      throw new InvalidConfigurationException(
          "`public-url` is no address of a server; write it as `https://pdp.example.com`");
    }
  }
}
