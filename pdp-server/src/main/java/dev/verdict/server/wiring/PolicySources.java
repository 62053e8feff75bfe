package dev.verdict.server.wiring;

import dev.verdict.policy.limit.Limits;
import dev.verdict.server.configuration.InvalidConfigurationException;
import dev.verdict.server.configuration.RepositoryConfiguration;
import dev.verdict.server.repository.PolicySource;
import dev.verdict.server.repository.directory.DirectorySource;
import dev.verdict.server.repository.git.GitLocation;
import dev.verdict.server.repository.git.GitSource;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;

/** Opens the policy source that a configuration names. */
final class PolicySources {

  /** A fetch that takes longer is tried again at the next look. */
  private static final Duration FETCH_TIMEOUT = Duration.ofSeconds(30);

  private PolicySources() {}

  /**
   * A source that has read nothing yet.
   *
   * @throws InvalidConfigurationException where the configuration names no place that can be read
   */
  static PolicySource open(
      RepositoryConfiguration configuration, InstantSource clock, Limits limits) {
    if (configuration instanceof RepositoryConfiguration.Git git) {
      var temporary = Path.of(System.getProperty("java.io.tmpdir"));
      return new GitSource(
          new GitLocation(git.url(), git.ref(), git.path()), temporary, FETCH_TIMEOUT, limits);
    }
    var directory = (RepositoryConfiguration.Directory) configuration;
    return new DirectorySource(directory.path(), clock, limits);
  }
}
