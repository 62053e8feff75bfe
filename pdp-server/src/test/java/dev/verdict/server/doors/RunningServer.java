package dev.verdict.server.doors;

import dev.verdict.policy.limit.Limits;
import dev.verdict.server.configuration.CacheConfiguration;
import dev.verdict.server.configuration.ConnectionLimits;
import dev.verdict.server.configuration.IdentityConfiguration;
import dev.verdict.server.configuration.ListenAddress;
import dev.verdict.server.configuration.ListenConfiguration;
import dev.verdict.server.configuration.RepositoryConfiguration.Directory;
import dev.verdict.server.configuration.ServerConfiguration;
import dev.verdict.server.configuration.TlsConfiguration;
import dev.verdict.server.wiring.VerdictServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Starts whole servers on free ports of this machine. */
final class RunningServer {

  private RunningServer() {}

  static VerdictServer of(Path policies) throws Exception {
    return of(policies, ServerConfiguration.DEFAULT_CALL_TIMEOUT);
  }

  static VerdictServer of(Path policies, Duration callTimeout) throws Exception {
    return start(policies, Optional.empty(), Optional.empty(), callTimeout);
  }

  /** One that believes only tokens. */
  static VerdictServer of(Path policies, IdentityConfiguration identity) throws Exception {
    return start(
        policies,
        Optional.of(identity),
        Optional.empty(),
        ServerConfiguration.DEFAULT_CALL_TIMEOUT);
  }

  static VerdictServer of(Path policies, TlsConfiguration tls) throws Exception {
    return start(
        policies, Optional.empty(), Optional.of(tls), ServerConfiguration.DEFAULT_CALL_TIMEOUT);
  }

  private static VerdictServer start(
      Path policies,
      Optional<IdentityConfiguration> identity,
      Optional<TlsConfiguration> tls,
      Duration callTimeout)
      throws Exception {
    var anyPort = new ListenAddress("127.0.0.1", 0);
    return VerdictServer.start(
        new ServerConfiguration(
            new ListenConfiguration(anyPort, anyPort, anyPort),
            new Directory(policies, Directory.DEFAULT_POLL_INTERVAL),
            identity,
            CacheConfiguration.DEFAULT.ofAllDecisions(),
            Optional.empty(),
            tls,
            Limits.STANDARD,
            callTimeout,
            false,
            ConnectionLimits.DEFAULT,
            Duration.ZERO));
  }
}
