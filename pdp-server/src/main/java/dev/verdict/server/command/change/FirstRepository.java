package dev.verdict.server.command.change;

import dev.verdict.server.command.output.CommandFailureException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The files of the policy repository that an author starts with. */
final class FirstRepository {

  /**
   * Relative to the folder, with {@code /} between the names; the order is that to read them in.
   */
  static final List<String> PATHS =
      List.of(
          "verdict.yaml",
          "schema.yaml",
          "roles.yaml",
          "document.policy.yaml",
          "tests/document.test.yaml");

  private FirstRepository() {}

  /**
   * Writes all files into a folder, which is made if need be.
   *
   * @throws CommandFailureException where that cannot be done, or where the folder holds one of the
   *     files already; nothing is overwritten, and what was written is taken away again
   */
  static void write(Path folder) {
    Map<Path, byte[]> files = files(folder);
    for (Path file : files.keySet()) {
      if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
        throw new CommandFailureException("`" + file + "` exists; nothing was written");
      }
    }
    try (var changes = new WrittenFiles()) {
      for (Map.Entry<Path, byte[]> file : files.entrySet()) {
        changes.create(file.getKey(), file.getValue());
      }
      changes.keep();
    }
  }

  private static Map<Path, byte[]> files(Path folder) {
    var files = new LinkedHashMap<Path, byte[]>();
    PATHS.forEach(path -> files.put(folder.resolve(path), content(path)));
    return files;
  }

  private static byte[] content(String path) {
    try (InputStream resource = FirstRepository.class.getResourceAsStream("first/" + path)) {
      return Objects.requireNonNull(resource, path).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
