package dev.verdict.server.configuration;

import dev.verdict.policy.yaml.MappingReader;
import dev.verdict.policy.yaml.YamlNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Reads where an issuer's keys are. */
final class JwksReader {

  private static final List<String> KEYS = List.of("file", "url", "refresh-interval", "max-stale");

  private final SettingReader settings;

  JwksReader(SettingReader settings) {
    this.settings = settings;
  }

  Optional<JwksConfiguration> read(YamlNode node) {
    return MappingReader.open(node, "`jwks`", KEYS, settings.diagnostics()).flatMap(this::jwks);
  }

  private Optional<JwksConfiguration> jwks(MappingReader mapping) {
    Duration refreshInterval =
        settings.duration(mapping, "refresh-interval", JwksConfiguration.DEFAULT_REFRESH_INTERVAL);
    Duration maxStale =
        settings.duration(mapping, "max-stale", JwksConfiguration.DEFAULT_MAX_STALE);
    return location(mapping)
        .flatMap(
            location ->
                settings.made(
                    mapping.span(),
                    () -> new JwksConfiguration(location, refreshInterval, maxStale)));
  }

  private Optional<JwksLocation> location(MappingReader mapping) {
    if (mapping.has("file") == mapping.has("url")) {
      return settings.refuse(
          mapping.span(), "`jwks` needs either `file` or `url`; name one of them");
    }
    if (mapping.has("file")) {
      return mapping.text("file").flatMap(settings::path).map(JwksLocation.File::new);
    }
    return mapping
        .text("url")
        .flatMap(
            text ->
                settings
                    .url(text)
                    .flatMap(url -> settings.made(text.span(), () -> new JwksLocation.Url(url))));
  }
}
