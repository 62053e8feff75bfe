package dev.verdict.server.wiring;

import dev.verdict.policy.limit.Limits;
import dev.verdict.server.configuration.InvalidConfigurationException;
import dev.verdict.server.configuration.RepositoryConfiguration;
import dev.verdict.server.repository.PolicySource;
import dev.verdict.server.repository.directory.DirectorySource;
import dev.verdict.server.repository.git.GitLocation;
import dev.verdict.server.repository.git.GitSource;
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
    return configuration.accept(
        new RepositoryConfiguration.Visitor<>() {
          @Override
          public PolicySource directory(RepositoryConfiguration.Directory place) {
            return DirectorySource.followed(place.path(), clock, limits);
          }

          @Override
          public PolicySource git(RepositoryConfiguration.Git place) {
            var location = new GitLocation(place.url(), place.ref(), place.path());
            return new GitSource(
                location,
                place.fetching().place(),
                place.fetching().maxBytes(),
                FETCH_TIMEOUT,
                limits);
          }
        });
  }
}
