package dev.verdict.server.configuration;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Where policies come from. */
public sealed interface RepositoryConfiguration {

  /** Between two looks for a new state: from 10 ms to a day. */
  Duration pollInterval();

  /** Calls the method of the visitor that is for this kind of place. */
  <R> R accept(Visitor<R> visitor);

  /** Something that is done to each kind of place. */
  interface Visitor<R> {

    R directory(Directory place);

    R git(Git place);
  }

  /** A directory on this machine. */
  record Directory(Path path, Duration pollInterval) implements RepositoryConfiguration {

    /** How often to look where nothing else is set. */
    public static final Duration DEFAULT_POLL_INTERVAL = Duration.ofMillis(500);

    public Directory {
      checkInterval(pollInterval);
    }

    public Directory(Path path) {
      this(path, DEFAULT_POLL_INTERVAL);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.directory(this);
    }
  }

  /**
   * A git repository.
   *
   * @param url {@code https://host/path} or {@code file:///path}
   * @param ref branch, tag or full reference to follow
   * @param path of the policies within it, with {@code /} between the names; absent for its root
   * @param fetching how it is fetched
   */
  record Git(
      String url, String ref, Optional<String> path, Duration pollInterval, GitFetching fetching)
      implements RepositoryConfiguration {

    /** What to follow where nothing else is set. */
    public static final String DEFAULT_REF = "main";

    /** How often to look where nothing else is set. */
    public static final Duration DEFAULT_POLL_INTERVAL = Duration.ofSeconds(10);

    public Git {
      checkInterval(pollInterval);
      path = path.filter(names -> !names.isEmpty());
      if (url.isEmpty() || ref.isEmpty()) {
        throw new InvalidConfigurationException("a git repository needs a `url` and a `ref`");
      }
    }

    public Git(String url) {
      this(url, DEFAULT_REF, Optional.empty(), DEFAULT_POLL_INTERVAL, GitFetching.DEFAULT);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.git(this);
    }
  }

  private static void checkInterval(Duration pollInterval) {
    if (pollInterval.compareTo(Duration.ofMillis(10)) < 0
        || pollInterval.compareTo(Duration.ofHours(24)) > 0) {
      throw new InvalidConfigurationException("`poll-interval` is not within `10ms` and `24h`");
    }
  }
}
