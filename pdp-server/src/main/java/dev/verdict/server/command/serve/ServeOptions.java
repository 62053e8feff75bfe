package dev.verdict.server.command.serve;

import dev.verdict.server.configuration.GitFetching;
import dev.verdict.server.configuration.InvalidConfigurationException;
import dev.verdict.server.configuration.ListenAddress;
import dev.verdict.server.configuration.ListenConfiguration;
import dev.verdict.server.configuration.RepositoryConfiguration;
import dev.verdict.server.configuration.ServerConfiguration;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What {@code verdict serve} can be told; it goes over what the configuration file says. */
final class ServeOptions {

  @Parameters(
      arity = "0..1",
      paramLabel = "DIR",
      description = "The folder of the policy repository. It is followed: an edit counts at once.")
  private @Nullable Path directory;

  @Option(
      names = "--git",
      paramLabel = "URL",
      description = "Follow a git repository in place of a folder: `https://...` or `file:///...`.")
  private @Nullable String git;

  @Option(
      names = "--ref",
      paramLabel = "REF",
      description = "The branch to follow, or the full name of a ref. Default: main.")
  private @Nullable String ref;

  @Option(
      names = "--path",
      paramLabel = "FOLDER",
      description = "The folder of the policies in the git repository. Default: its top.")
  private @Nullable String path;

  @Option(
      names = "--poll",
      paramLabel = "DURATION",
      converter = DurationConverter.class,
      description = {
        "How often to look for changes, as `500ms`, `10s` or `1m`.",
        "Default: 500ms for a folder, 10s for git."
      })
  private @Nullable Duration poll;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = {
        "A configuration file; it is needed for tokens and TLS. Options go over what it says.",
        "Default: none, which is open development mode, on this machine only."
      })
  private @Nullable Path config;

  @Option(
      names = "--grpc-address",
      paramLabel = "HOST:PORT",
      converter = ListenAddressConverter.class,
      description = "Where gRPC listens; port 0 is any free one. Default: 127.0.0.1:7070.")
  private @Nullable ListenAddress grpc;

  @Option(
      names = "--http-address",
      paramLabel = "HOST:PORT",
      converter = ListenAddressConverter.class,
      description = "Where AuthZEN over HTTP listens. Default: 127.0.0.1:7071.")
  private @Nullable ListenAddress http;

  @Option(
      names = "--admin-address",
      paramLabel = "HOST:PORT",
      converter = ListenAddressConverter.class,
      description = "Where health, metrics and status are. Default: 127.0.0.1:7072.")
  private @Nullable ListenAddress admin;

  /**
   * All settings together.
   *
   * @throws InvalidConfigurationException where they do not make sense
   * @throws CommandFailureException where the configuration file cannot be read or has errors
   */
  ServerConfiguration configuration() {
    Optional<RepositoryConfiguration> repository = repository();
    ServerConfiguration base = base(repository);
    ListenConfiguration listen = base.listen();
    return new ServerConfiguration(
        new ListenConfiguration(
            or(grpc, listen.grpc()), or(http, listen.http()), or(admin, listen.admin())),
        base.repository(),
        base.identity(),
        base.cache(),
        base.publicUrl(),
        base.tls(),
        base.limits(),
        base.callTimeout(),
        base.plaintext(),
        base.connections(),
        base.drainWait());
  }

  private ServerConfiguration base(Optional<RepositoryConfiguration> repository) {
    if (config != null) {
      return ConfigurationFile.read(config, repository);
    }
    return repository
        .map(ServerConfiguration::development)
        .orElseThrow(
            () ->
                new InvalidConfigurationException(
                    "name the folder of the policies, or --git, or a --config that does"));
  }

  private Optional<RepositoryConfiguration> repository() {
    if (git == null) {
      if (ref != null || path != null) {
        throw new InvalidConfigurationException("--ref and --path go with --git");
      }
      return Optional.ofNullable(directory).map(this::directory);
    }
    if (directory != null) {
      throw new InvalidConfigurationException("name a folder or --git, not both");
    }
    return Optional.of(
        new RepositoryConfiguration.Git(
            git,
            or(ref, RepositoryConfiguration.Git.DEFAULT_REF),
            Optional.ofNullable(path),
            or(poll, RepositoryConfiguration.Git.DEFAULT_POLL_INTERVAL),
            GitFetching.DEFAULT));
  }

  private RepositoryConfiguration directory(Path folder) {
    return new RepositoryConfiguration.Directory(
        folder, or(poll, RepositoryConfiguration.Directory.DEFAULT_POLL_INTERVAL));
  }

  private static <T> T or(@Nullable T given, T otherwise) {
    return given != null ? given : otherwise;
  }
}
