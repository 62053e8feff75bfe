package dev.verdict.server.configuration;

import dev.verdict.policy.diagnostic.Diagnostic;
import java.util.List;
import java.util.Optional;

/**
 * What became of a configuration file.
 *
 * @param configuration present where there is no error
 * @param diagnostics everything found, by place
 */
public record ConfigurationResult(
    Optional<ServerConfiguration> configuration, List<Diagnostic> diagnostics) {

  public ConfigurationResult {
    diagnostics = List.copyOf(diagnostics);
  }
}
