package dev.verdict.policy.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verdict.policy.DocumentedRepositories;
import dev.verdict.policy.DocumentedRepositories.Block;
import dev.verdict.policy.decision.ReasonCode;
import dev.verdict.policy.diagnostic.DiagnosticCode;
import dev.verdict.policy.limit.Limit;
import dev.verdict.policy.source.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Keeps {@code docs/language.md}, and what other pages list of this module, true. */
class LanguageReferenceTest {

  private static final Path ROOT = Path.of("..");
  private static final String REFERENCE = read(Path.of("docs", "language.md"));
  private static final DocumentedRepositories SHOWN = DocumentedRepositories.of("language.md");

  private static final Pattern LIMIT =
      Pattern.compile("\\| `(repository|condition|evaluation|decision|request)\\.[a-z-]+` \\|");

  @Test
  void everyPolicyInTheReferenceLoadsAndItsTestsPass() {
    assertLoadsAndPasses(SHOWN.wholePage());
  }

  @Test
  void theRepositoryOfTheFirstFifteenMinutesLoadsAndItsTestsPass() {
    assertThat(SHOWN.names()).containsExactly("desks");
    assertLoadsAndPasses(SHOWN.repository("desks"));
  }

  /** The commands are run in {@code pdp-server}. */
  @Test
  void everyBlockIsAFileOrACommandOfTheFirstFifteenMinutes() {
    assertThat(REFERENCE.substring(REFERENCE.indexOf("## A policy repository")))
        .doesNotContain("```console");
    assertThat(SHOWN.others()).extracting(Block::language).containsOnly("console");
  }

  private static void assertLoadsAndPasses(List<SourceFile> files) {
    LoadResult result = SnapshotLoader.load(files, "revision");
    assertThat(result.report()).isEmpty();
    assertThat(result.tests()).isNotEmpty().allMatch(test -> test.passed());
  }

  @Test
  void everyDiagnosticCodeIsDocumented() {
    assertThat(Arrays.stream(DiagnosticCode.values()).map(code -> "| `" + code.word() + "` |"))
        .allMatch(REFERENCE::contains);
  }

  @Test
  void thePolicyOnTheFrontPageLoadsWithTheSchemaOfTheExample() {
    var policy =
        Pattern.compile("```yaml\\n(.*?)```", Pattern.DOTALL)
            .matcher(read(ROOT.resolve("README.md")));
    assertThat(policy.find()).isTrue();
    LoadResult result =
        new Repository()
            .with("schema.yaml", read(ROOT.resolve("policies-examples/invoicing/schema.yaml")))
            .with("roles.yaml", read(ROOT.resolve("policies-examples/invoicing/roles.yaml")))
            .with("invoice.policy.yaml", policy.group(1))
            .load();

    assertThat(result.snapshot()).isPresent();
    assertThat(result.diagnostics())
        .as("it is one rule of many, so other actions have none")
        .allMatch(found -> found.code() == DiagnosticCode.ACTION_WITHOUT_RULE);
  }

  @Test
  void everyReasonCodeIsDocumented() {
    String protocols = read(ROOT.resolve("docs/protocols.md"));
    assertThat(Arrays.stream(ReasonCode.values()).map(code -> "| `" + code.word() + "` |"))
        .allMatch(protocols::contains);
  }

  @Test
  void theLimitsAreThoseOfTheCode() {
    Stream<String> rows =
        Arrays.stream(Limit.values())
            .map(
                limit ->
                    String.format(
                        Locale.ROOT,
                        "| `%s` | %s | %,d | %s |",
                        limit,
                        limit.meaning(),
                        limit.standard(),
                        limit.isFixed()
                            ? "fixed"
                            : String.format(Locale.ROOT, "%,d", limit.ceiling())));

    assertThat(REFERENCE.lines().filter(line -> LIMIT.matcher(line).lookingAt()))
        .containsExactlyElementsOf(rows.toList());
  }

  private static String read(Path path) {
    try {
      return Files.readString(path);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
