package dev.verdict.policy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.verdict.policy.diagnostic.DiagnosticCode;
import dev.verdict.policy.diagnostic.Severity;
import dev.verdict.policy.snapshot.LoadResult;
import dev.verdict.policy.snapshot.SnapshotLoader;
import dev.verdict.policy.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What authors get to read for what they got wrong: each folder of {@code cases} is a policy
 * repository, its {@code expected.txt} the report. {@code -Dverdict.goldens=rewrite} writes the
 * reports anew, to be read in the diff.
 */
class DiagnosticCasesTest {

  private static final Path CASES = Path.of("src/test/resources/cases");
  private static final String EXPECTED = "expected.txt";
  private static final Pattern CODE = Pattern.compile("(?:error|warning)\\[([a-z-]+)]");

  /** Of these the input is too large for a folder; {@link HostileRepositoriesTest} makes it. */
  private static final Set<DiagnosticCode> GENERATED =
      EnumSet.of(
          DiagnosticCode.REPOSITORY_TOO_LARGE,
          DiagnosticCode.FILE_TOO_LARGE,
          DiagnosticCode.YAML_TOO_LARGE,
          DiagnosticCode.TOO_MANY,
          DiagnosticCode.CONDITION_TOO_LARGE);

  /** Whoever hands over the files reports these. */
  private static final Set<DiagnosticCode> OF_OTHERS =
      EnumSet.of(
          DiagnosticCode.FILE_UNREADABLE,
          DiagnosticCode.INVALID_SETTING,
          DiagnosticCode.YAML_NOT_FORMATTED);

  static List<Path> cases() throws IOException {
    try (Stream<Path> folders = Files.list(CASES)) {
      return folders.filter(Files::isDirectory).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theReportIsAsExpected(Path folder) throws IOException {
    LoadResult result = SnapshotLoader.load(files(folder), "revision");
    Path expected = folder.resolve(EXPECTED);
    if ("rewrite".equals(System.getProperty("verdict.goldens"))) {
      Files.writeString(expected, result.report());
    }

    assertThat(result.report()).isEqualTo(Files.readString(expected));
    assertThat(result.snapshot().isEmpty())
        .as("a repository with an error is not activated, any other is")
        .isEqualTo(
            result.diagnostics().stream().anyMatch(each -> each.severity() == Severity.ERROR));
  }

  @Test
  void everyKindOfFindingHasACase() throws IOException {
    Set<String> shown =
        cases().stream()
            .map(folder -> read(folder.resolve(EXPECTED)))
            .flatMap(report -> CODE.matcher(report).results().map(found -> found.group(1)))
            .collect(Collectors.toSet());
    Set<DiagnosticCode> codes = EnumSet.allOf(DiagnosticCode.class);
    codes.removeAll(GENERATED);
    codes.removeAll(OF_OTHERS);

    assertThat(shown).containsAll(codes.stream().map(DiagnosticCode::word).toList());
  }

  @Test
  void noReportSpeaksOfOurCode() throws IOException {
    assertThat(cases())
        .allSatisfy(
            folder ->
                assertThat(read(folder.resolve(EXPECTED)))
                    .doesNotContain("Exception", "dev.verdict", "snakeyaml", "while scanning"));
  }

  private static List<SourceFile> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> !file.getFileName().toString().equals(EXPECTED))
          .sorted()
          .map(file -> new SourceFile(path(folder, file), read(file)))
          .toList();
    }
  }

  private static String path(Path folder, Path file) {
    return folder.relativize(file).toString().replace('\\', '/');
  }

  private static String read(Path file) {
    try {
      return new String(Files.readAllBytes(file), UTF_8);
    } catch (IOException e) {
      throw new AssertionError(file + " cannot be read", e);
    }
  }
}
