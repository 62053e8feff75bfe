package dev.verdict.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verdict.policy.authortest.TestResult;
import dev.verdict.policy.limit.Limit;
import dev.verdict.policy.limit.Limits;
import dev.verdict.policy.snapshot.LoadOptions;
import dev.verdict.policy.snapshot.LoadResult;
import dev.verdict.policy.snapshot.SnapshotLoader;
import dev.verdict.policy.source.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every folder beside the {@code pom.xml} is an example, and people copy examples. */
final class PoliciesExamplesTest {

  private static final Path ROOT = Path.of("").toAbsolutePath();

  static List<Path> examples() throws IOException {
    try (Stream<Path> entries = Files.list(ROOT)) {
      return entries
          .filter(Files::isDirectory)
          .filter(folder -> !List.of("src", "target").contains(name(folder)))
          .filter(folder -> !name(folder).startsWith("."))
          .map(folder -> ROOT.relativize(folder))
          .sorted()
          .toList();
    }
  }

  @Test
  void theExamplesThatTheReadmePromisesAreThere() throws IOException {
    assertThat(examples())
        .map(Path::toString)
        .contains("gateway-routes", "invoicing", "multi-tenant", "todo");
  }

  @ParameterizedTest
  @MethodSource("examples")
  void anExampleLoadsWithoutAnyFinding(Path example) throws IOException {
    LoadResult result = load(example);

    assertThat(result.diagnostics()).as(result.report()).isEmpty();
    assertThat(result.snapshot()).isPresent();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void anExamplePassesTheTestsOfItsAuthors(Path example) throws IOException {
    List<TestResult> tests = load(example).tests();

    assertThat(tests).isNotEmpty().allSatisfy(test -> assertThat(test.failure()).isEmpty());
  }

  /** So the standard budget of a decision leaves room for a hundred times what people copy. */
  @ParameterizedTest
  @MethodSource("examples")
  void anExampleTakesAHundredthOfTheStandardBudgetAtMost(Path example) throws IOException {
    Limits tight = Limits.STANDARD.with(Limit.BUDGET, Limit.BUDGET.standard() / 100);

    LoadResult result = load(example, LoadOptions.DEFAULT.within(tight));

    assertThat(result.snapshot()).as(result.report()).isPresent();
    assertThat(result.tests())
        .isNotEmpty()
        .allSatisfy(test -> assertThat(test.failure()).isEmpty());
  }

  @ParameterizedTest
  @MethodSource("examples")
  void anExampleHasAllThatAReaderLooksFor(Path example) throws IOException {
    assertThat(files(example).map(SourceFile::path))
        .contains("README.md", "schema.yaml")
        .anyMatch(path -> path.endsWith(".policy.yaml"))
        .anyMatch(path -> path.startsWith("tests/") && path.endsWith(".test.yaml"));
  }

  private static LoadResult load(Path example) throws IOException {
    return load(example, LoadOptions.DEFAULT);
  }

  private static LoadResult load(Path example, LoadOptions options) throws IOException {
    return SnapshotLoader.load(
        files(example).filter(file -> file.path().endsWith(".yaml")).toList(), "example", options);
  }

  private static Stream<SourceFile> files(Path example) throws IOException {
    try (Stream<Path> paths = Files.walk(ROOT.resolve(example))) {
      return paths
          .filter(Files::isRegularFile)
          .map(path -> new SourceFile(relative(example, path), read(path)))
          .toList()
          .stream();
    }
  }

  private static String relative(Path example, Path path) {
    return ROOT.resolve(example).relativize(path).toString().replace('\\', '/');
  }

  private static String read(Path path) {
    try {
      return Files.readString(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String name(Path folder) {
    return folder.getFileName().toString();
  }
}
