package dev.verdict.server.command.serve;

import dev.verdict.policy.diagnostic.DiagnosticRenderer;
import dev.verdict.policy.limit.Limit;
import dev.verdict.policy.source.SourceFile;
import dev.verdict.server.command.output.CommandFailureException;
import dev.verdict.server.configuration.ConfigurationReader;
import dev.verdict.server.configuration.ConfigurationResult;
import dev.verdict.server.configuration.RepositoryConfiguration;
import dev.verdict.server.configuration.ServerConfiguration;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Reads the file of {@code --config}. */
final class ConfigurationFile {

  private ConfigurationFile() {}

  /**
   * The settings of a file.
   *
   * @param repository to take in place of the one that the file names
   * @throws CommandFailureException where the file cannot be read or has errors
   */
  static ServerConfiguration read(Path path, Optional<RepositoryConfiguration> repository) {
    var file = new SourceFile(path.toString(), text(path));
    ConfigurationResult result =
        repository.isPresent()
            ? ConfigurationReader.read(file, repository.get())
            : ConfigurationReader.read(file);
    return result
        .configuration()
        .orElseThrow(
            () ->
                new CommandFailureException(
                    "the configuration has errors\n"
                        + new DiagnosticRenderer(List.of(file)).render(result.diagnostics())));
  }

  private static String text(Path path) {
    try {
      if (Files.size(path) > Limit.FILE_LENGTH.standard()) {
        throw new CommandFailureException("`" + path + "` is too large for a configuration");
      }
      return Files.readString(path);
    } catch (CharacterCodingException e) {
      throw new CommandFailureException("`" + path + "` is not UTF-8");
    } catch (IOException e) {
      throw new CommandFailureException("the configuration `" + path + "` cannot be read");
    }
  }
}
