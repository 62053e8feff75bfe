package dev.verdict.policy;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.verdict.policy.diagnostic.Diagnostic;
import dev.verdict.policy.snapshot.LoadResult;
import dev.verdict.policy.snapshot.SnapshotLoader;
import dev.verdict.policy.source.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What authors are told who make a mistake: {@code mistakes/planted.txt} are the mistakes, each in
 * the repository {@code mistakes/base}, and {@code mistakes/said.txt} shows what was written and
 * what was said. {@code -Dverdict.goldens=rewrite} writes it anew, to be read in the diff.
 */
class PlantedMistakesTest {

  private static final Path MISTAKES = Path.of("src/test/resources/mistakes");
  private static final Path SAID = MISTAKES.resolve("said.txt");
  private static final List<SourceFile> BASE = base();
  private static final List<PlantedMistake> PLANTED =
      PlantedMistake.read(text(MISTAKES.resolve("planted.txt")));
  private static final Map<PlantedMistake, LoadResult> WRITTEN = new HashMap<>();

  @Test
  void theRepositoryWithoutAMistakeIsWithoutAFinding() {
    assertThat(load(BASE).report()).isEmpty();
  }

  @Test
  void whatIsSaidIsAsExpected() throws IOException {
    String said = said();
    if ("rewrite".equals(System.getProperty("verdict.goldens"))) {
      Files.writeString(SAID, said);
    }
    assertThat(said).isEqualTo(text(SAID));
  }

  @Test
  void oneMistakeIsOneFinding() {
    assertThat(PLANTED)
        .hasSizeGreaterThanOrEqualTo(75)
        .allSatisfy(
            mistake -> assertThat(written(mistake).diagnostics()).as(mistake.name()).hasSize(1));
  }

  @Test
  void whoeverDoesWhatIsSaidHasNoFindingLeft() {
    assertThat(PLANTED)
        .filteredOn(PlantedMistake::isAdvised)
        .hasSizeGreaterThan(30)
        .allSatisfy(
            mistake ->
                assertThat(load(mistake.advised(BASE)).report()).as(mistake.name()).isEmpty());
  }

  private static String said() {
    var said = new StringBuilder();
    int number = 0;
    for (PlantedMistake mistake : PLANTED) {
      said.append(++number).append(". ").append(mistake.name()).append('\n');
      mistake
          .edits()
          .forEach(edit -> said.append(edit.file()).append(":\n").append(edit.written()));
      said.append("said: ").append(findings(written(mistake))).append('\n');
      if (mistake.isAdvised()) {
        String advised =
            mistake.edits().stream().map(PlantedMistake.Edit::advised).collect(joining());
        said.append("followed:\n").append(advised);
      }
      said.append('\n');
    }
    return said.toString();
  }

  private static String findings(LoadResult result) {
    return result.diagnostics().stream()
        .map(PlantedMistakesTest::line)
        .collect(joining("\n      "));
  }

  private static String line(Diagnostic found) {
    return String.format(
        "%s: %s[%s]: %s",
        found.span(), found.severity().word(), found.code().word(), found.message());
  }

  private static LoadResult written(PlantedMistake mistake) {
    return WRITTEN.computeIfAbsent(mistake, each -> load(each.written(BASE)));
  }

  private static LoadResult load(List<SourceFile> files) {
    return SnapshotLoader.load(files, "revision");
  }

  private static List<SourceFile> base() {
    Path base = MISTAKES.resolve("base");
    try (Stream<Path> files = Files.walk(base)) {
      return files
          .filter(Files::isRegularFile)
          .sorted()
          .map(file -> new SourceFile(path(base.relativize(file)), text(file)))
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String path(Path relative) {
    return relative.toString().replace('\\', '/');
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
