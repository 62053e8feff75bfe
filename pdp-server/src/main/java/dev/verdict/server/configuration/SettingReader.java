package dev.verdict.server.configuration;

import dev.verdict.policy.diagnostic.DiagnosticCode;
import dev.verdict.policy.diagnostic.Diagnostics;
import dev.verdict.policy.source.Located;
import dev.verdict.policy.source.Span;
import dev.verdict.policy.yaml.MappingReader;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Reads single settings. What cannot be read is reported and left out, so that one run tells an
 * operator all that is wrong.
 */
final class SettingReader {

  private final Path file;
  private final Diagnostics diagnostics;

  /**
   * @param file that is read; relative paths in it start from its folder
   */
  SettingReader(Path file, Diagnostics diagnostics) {
    this.file = file;
    this.diagnostics = diagnostics;
  }

  Diagnostics diagnostics() {
    return diagnostics;
  }

  /** What is made, or nothing where its own checks refuse it. */
  <T> Optional<T> made(Span span, Supplier<T> making) {
    try {
      return Optional.of(making.get());
    } catch (InvalidConfigurationException refused) {
      return refuse(span, refused.getMessage());
    }
  }

  <T> Optional<T> refuse(Span span, String message) {
    diagnostics.report(DiagnosticCode.INVALID_SETTING, span, message);
    return Optional.empty();
  }

  Duration duration(MappingReader mapping, String key, Duration otherwise) {
    return mapping.text(key).flatMap(text -> duration(key, text)).orElse(otherwise);
  }

  private Optional<Duration> duration(String key, Located<String> text) {
    Optional<Duration> duration = DurationText.parse(text.value());
    return duration.isPresent()
        ? duration
        : refuse(
            text.span(),
            "`"
                + key
                + "` must be a length of time such as `500ms`, `10s`, `5m` or `24h`, not `"
                + text.value()
                + "`");
  }

  ListenAddress address(MappingReader mapping, String key, ListenAddress otherwise) {
    return mapping
        .text(key)
        .flatMap(text -> made(text.span(), () -> ListenAddress.parse(text.value())))
        .orElse(otherwise);
  }

  Optional<Path> path(Located<String> text) {
    try {
      return Optional.of(file.resolveSibling(text.value()));
    } catch (InvalidPathException refused) {
      return refuse(text.span(), "`" + text.value() + "` is no path of a file");
    }
  }

  Optional<URI> url(Located<String> text) {
    try {
      return Optional.of(new URI(text.value()));
    } catch (URISyntaxException refused) {
      return refuse(
          text.span(), "`" + text.value() + "` is no address; write it as `https://host/path`");
    }
  }
}
