package dev.verdict.policy.rename;

import dev.verdict.policy.snapshot.FileKind;
import dev.verdict.policy.source.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The repositories that people copy from: the examples, and the language reference. */
final class WrittenRepositories {

  private static final Path EXAMPLES = Path.of("..", "policies-examples");
  private static final Pattern BLOCK =
      Pattern.compile("```yaml\\n# file: (\\S+)\\n(.*?)```", Pattern.DOTALL);

  private WrittenRepositories() {}

  /** By name. */
  static Map<String, List<SourceFile>> all() {
    var all = new TreeMap<String, List<SourceFile>>();
    all.put("language.md", reference());
    try (Stream<Path> folders = Files.list(EXAMPLES)) {
      folders
          .filter(folder -> Files.exists(folder.resolve("schema.yaml")))
          .forEach(folder -> all.put(folder.getFileName().toString(), read(folder)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return all;
  }

  static List<SourceFile> example(String name) {
    return read(EXAMPLES.resolve(name));
  }

  static List<SourceFile> reference() {
    var files = new ArrayList<SourceFile>();
    BLOCK
        .matcher(text(Path.of("docs", "language.md")))
        .results()
        .forEach(block -> files.add(new SourceFile(block.group(1), block.group(2))));
    return files;
  }

  private static List<SourceFile> read(Path folder) {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths
          .filter(Files::isRegularFile)
          .map(path -> folder.relativize(path).toString().replace('\\', '/'))
          .filter(path -> FileKind.of(path).isLoaded())
          .sorted()
          .map(path -> new SourceFile(path, text(folder.resolve(path))))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path path) {
    try {
      return Files.readString(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
