package dev.verdict.policy.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verdict.policy.DocumentedRepositories;
import dev.verdict.policy.diagnostic.Diagnostic;
import dev.verdict.policy.diagnostic.Diagnostics;
import dev.verdict.policy.snapshot.LoadResult;
import dev.verdict.policy.snapshot.SnapshotLoader;
import dev.verdict.policy.source.SourceFile;
import dev.verdict.policy.yaml.YamlMeaning;
import dev.verdict.policy.yaml.YamlNode;
import dev.verdict.policy.yaml.YamlReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every repository that we have decides the same when it is formatted. */
class FormattedRepositoriesTest {

  private static final Path CASES = Path.of("src/test/resources/cases");
  private static final Path EXAMPLES = Path.of("..", "policies-examples");

  static List<Path> repositories() throws IOException {
    try (Stream<Path> cases = Files.list(CASES);
        Stream<Path> examples = Files.list(EXAMPLES)) {
      return Stream.concat(cases, examples)
          .filter(folder -> Files.exists(folder.resolve("schema.yaml")))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("repositories")
  void aRepositoryIsTheSameWhenItIsFormatted(Path folder) throws IOException {
    assertSameWhenFormatted(files(folder));
  }

  @Test
  void theRepositoryOfTheReferenceIsTheSameWhenItIsFormatted() {
    List<SourceFile> files = DocumentedRepositories.of("language.md").wholePage();

    assertThat(files).hasSizeGreaterThan(4);
    assertSameWhenFormatted(files);
  }

  private static void assertSameWhenFormatted(List<SourceFile> files) {
    List<SourceFile> formatted = files.stream().map(FormattedRepositoriesTest::format).toList();

    LoadResult before = SnapshotLoader.load(files, "revision");
    LoadResult after = SnapshotLoader.load(formatted, "revision");
    assertThat(findings(after)).containsExactlyInAnyOrderElementsOf(findings(before));
    assertThat(after.snapshot().map(snapshot -> snapshot.contents()))
        .isEqualTo(before.snapshot().map(snapshot -> snapshot.contents()));
    assertThat(after.tests().stream().map(test -> test.name() + test.failure()))
        .containsExactlyElementsOf(
            before.tests().stream().map(test -> test.name() + test.failure()).toList());
  }

  /** Formatted, or as it is where it cannot be read. */
  private static SourceFile format(SourceFile file) {
    Optional<YamlNode> before = YamlReader.read(file, new Diagnostics());
    Optional<String> formatted = Formatter.format(file, new Diagnostics());

    assertThat(formatted.isPresent()).as(file.path()).isEqualTo(before.isPresent());
    if (formatted.isEmpty()) {
      return file;
    }
    var result = new SourceFile(file.path(), formatted.get());
    assertThat(YamlMeaning.isSame(before.get(), YamlReader.read(result, new Diagnostics()).get()))
        .as(formatted.get())
        .isTrue();
    assertThat(Formatter.format(result, new Diagnostics())).isEqualTo(formatted);
    return result;
  }

  /** Without places, and without the lines that some messages name. */
  private static List<String> findings(LoadResult result) {
    return result.diagnostics().stream().map(FormattedRepositoriesTest::withoutLines).toList();
  }

  private static String withoutLines(Diagnostic diagnostic) {
    return diagnostic.code() + " " + diagnostic.message().replaceAll("(line |:)\\d+", "$1?");
  }

  private static List<SourceFile> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".yaml"))
          .sorted()
          .map(file -> new SourceFile(folder.relativize(file).toString(), read(file)))
          .toList();
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
