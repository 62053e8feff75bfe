package dev.verdict.policy.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verdict.policy.decision.ReasonCode;
import dev.verdict.policy.diagnostic.DiagnosticCode;
import dev.verdict.policy.limit.Limit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Keeps {@code docs/language.md}, and what other pages list of this module, true. */
class LanguageReferenceTest {

  private static final Path ROOT = Path.of("..");
  private static final String REFERENCE = read(Path.of("docs", "language.md"));
  private static final Pattern FILE =
      Pattern.compile("```yaml\\n# file: (\\S+)\\n(.*?)```", Pattern.DOTALL);

  private static final Pattern LIMIT =
      Pattern.compile("\\| `(repository|condition|evaluation|decision|request)\\.[a-z-]+` \\|");

  @Test
  void everyPolicyInTheReferenceLoadsAndItsTestsPass() {
    LoadResult result = repository().load();
    assertThat(result.report()).isEmpty();
    assertThat(result.tests()).isNotEmpty().allMatch(test -> test.passed());
  }

  @Test
  void everyBlockOfYamlInTheReferenceNamesItsFile() {
    assertThat(Pattern.compile("```yaml\\n").matcher(REFERENCE).results().count())
        .isEqualTo(FILE.matcher(REFERENCE).results().count());
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

  private static Repository repository() {
    var repository = new Repository();
    FILE.matcher(REFERENCE)
        .results()
        .forEach(block -> repository.with(block.group(1), block.group(2)));
    return repository;
  }

  private static String read(Path path) {
    try {
      return Files.readString(path);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
