package dev.verdict.server.configuration;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How much is fetched of a git repository, and where it is kept for the time of the process.
 *
 * @param workingFolder absent: the temporary folder of the machine
 * @param maxBytes of one fetch
 */
public record GitFetching(Optional<Path> workingFolder, long maxBytes) {

  /** What holds where nothing else is set. */
  public static final GitFetching DEFAULT = new GitFetching(Optional.empty(), 128L << 20);

  public GitFetching {
    if (maxBytes < 1) {
      throw new InvalidConfigurationException("`max-fetch-bytes` is below its least, 1");
    }
  }

  /** Where folders for what is fetched are made. */
  public Path place() {
    return workingFolder.orElseGet(() -> Path.of(System.getProperty("java.io.tmpdir")));
  }
}
