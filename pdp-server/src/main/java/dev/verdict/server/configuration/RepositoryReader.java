package dev.verdict.server.configuration;

import dev.verdict.policy.source.Located;
import dev.verdict.policy.yaml.MappingReader;
import dev.verdict.policy.yaml.YamlNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Reads where policies come from. */
final class RepositoryReader {

  private static final String WORKING_FOLDER = "working-folder";
  private static final String MAX_FETCH_BYTES = "max-fetch-bytes";

  private static final List<String> KEYS =
      List.of("directory", "git", "ref", "path", "poll-interval", WORKING_FOLDER, MAX_FETCH_BYTES);

  private final SettingReader settings;

  RepositoryReader(SettingReader settings) {
    this.settings = settings;
  }

  Optional<RepositoryConfiguration> read(YamlNode node) {
    return MappingReader.open(node, "`repository`", KEYS, settings.diagnostics())
        .flatMap(this::repository);
  }

  private Optional<RepositoryConfiguration> repository(MappingReader mapping) {
    if (mapping.has("directory") == mapping.has("git")) {
      return settings.refuse(
          mapping.span(), "`repository` needs either `directory` or `git`; name one of them");
    }
    return mapping.has("git") ? git(mapping) : directory(mapping);
  }

  private Optional<RepositoryConfiguration> directory(MappingReader mapping) {
    for (String key : List.of("ref", "path", WORKING_FOLDER, MAX_FETCH_BYTES)) {
      if (mapping.has(key)) {
        return settings.refuse(
            mapping.span(), "`" + key + "` goes with `git`; a directory is read as it is");
      }
    }
    Duration interval =
        settings.duration(
            mapping, "poll-interval", RepositoryConfiguration.Directory.DEFAULT_POLL_INTERVAL);
    return mapping
        .text("directory")
        .flatMap(settings::path)
        .flatMap(
            path ->
                settings.made(
                    mapping.span(), () -> new RepositoryConfiguration.Directory(path, interval)));
  }

  private Optional<RepositoryConfiguration> git(MappingReader mapping) {
    Duration interval =
        settings.duration(
            mapping, "poll-interval", RepositoryConfiguration.Git.DEFAULT_POLL_INTERVAL);
    String ref =
        mapping.text("ref").map(Located::value).orElse(RepositoryConfiguration.Git.DEFAULT_REF);
    Optional<String> path = mapping.text("path").map(Located::value);
    GitFetching fetching =
        new GitFetching(
            mapping.text(WORKING_FOLDER).flatMap(settings::path),
            mapping
                .wholeNumber(MAX_FETCH_BYTES, 1, Long.MAX_VALUE)
                .orElse(GitFetching.DEFAULT.maxBytes()));
    return mapping
        .text("git")
        .flatMap(
            url ->
                settings.made(
                    mapping.span(),
                    () ->
                        new RepositoryConfiguration.Git(
                            url.value(), ref, path, interval, fetching)));
  }
}
