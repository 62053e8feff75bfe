package dev.verdict.policy;

import static dev.verdict.policy.OneRuleRepository.POLICY;
import static dev.verdict.policy.OneRuleRepository.SCHEMA;
import static dev.verdict.policy.OneRuleRepository.load;
import static dev.verdict.policy.OneRuleRepository.loadCondition;
import static org.assertj.core.api.Assertions.assertThat;

import dev.verdict.policy.diagnostic.Diagnostic;
import dev.verdict.policy.diagnostic.DiagnosticCode;
import dev.verdict.policy.limit.Limit;
import dev.verdict.policy.snapshot.LoadResult;
import dev.verdict.policy.snapshot.SnapshotLoader;
import dev.verdict.policy.source.SourceFile;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Input that is meant to hurt is answered with a finding, and never with an exception. */
class HostileRepositoriesTest {

  private static void isRefused(LoadResult result, DiagnosticCode code) {
    assertThat(result.snapshot()).isEmpty();
    assertThat(result.diagnostics()).extracting(Diagnostic::code).contains(code);
  }

  @Test
  void theRepositoryThatTheseVaryIsFine() {
    assertThat(loadCondition("resource.owner == subject.id").snapshot()).isPresent();
  }

  @Test
  void aHundredThousandParenthesesAreRefused() {
    isRefused(
        loadCondition("(".repeat(100_000) + "true" + ")".repeat(100_000)),
        DiagnosticCode.CONDITION_TOO_LARGE);
  }

  @Test
  void moreParenthesesThanAnyoneNeedsAreRefused() {
    LoadResult result = loadCondition("(".repeat(500) + "true" + ")".repeat(500));

    isRefused(result, DiagnosticCode.CONDITION_TOO_LARGE);
    assertThat(result.report().lines()).hasSizeLessThanOrEqualTo(3);
  }

  @Test
  void bracesAndBracketsThatTakeAParserExponentialTimeAreRefused() {
    assertThat(loadCondition("{".repeat(30) + "1" + "}".repeat(30)).snapshot()).isEmpty();
    assertThat(loadCondition("m[".repeat(30) + "1" + "]".repeat(30)).snapshot()).isEmpty();
    assertThat(loadCondition("{".repeat(30)).snapshot()).isEmpty();
    assertThat(loadCondition("['a' =~ ".repeat(30)).snapshot()).isEmpty();
  }

  @Test
  void aConditionWithoutEndIsRefused() {
    isRefused(
        loadCondition("true && ".repeat(100_000) + "true"), DiagnosticCode.CONDITION_TOO_LARGE);
  }

  @Test
  void aPatternThatExplodesIsRefused() {
    isRefused(
        loadCondition("matches(resource.owner, '((a{100}){100}){100}')"),
        DiagnosticCode.INVALID_PATTERN);
  }

  @Test
  void moreVariablesThanAPolicyNeedsAreRefused() {
    String variables =
        IntStream.range(1, 10_000)
            .mapToObj(i -> "  v" + i + ": v" + (i - 1) + " && true\n")
            .collect(Collectors.joining());

    isRefused(
        load(
            SCHEMA,
            new SourceFile(
                "invoice.policy.yaml",
                "policy: p\nresource: invoice\nlet:\n  v0: resource.owner == subject.id\n"
                    + variables
                    + "rules: [{ permit: read, id: a, when: v9999 }]\n")),
        DiagnosticCode.TOO_MANY);
  }

  @Test
  void variablesThatGoDeeperThanAStackAreRefused() {
    String variables =
        IntStream.range(1, 200)
            .mapToObj(i -> "  v" + i + ": \"" + "!".repeat(500) + "v" + (i - 1) + "\"\n")
            .collect(Collectors.joining());
    LoadResult result =
        load(
            SCHEMA,
            new SourceFile(
                "invoice.policy.yaml",
                "policy: p\nresource: invoice\nlet:\n  v0: resource.owner == subject.id\n"
                    + variables
                    + "rules: [{ permit: read, id: a, when: v199 }]\n"));

    isRefused(result, DiagnosticCode.CONDITION_TOO_LARGE);
  }

  @Test
  void variablesThatGoDeepThroughMembersAreRefused() {
    String definitions =
        IntStream.range(1, 190)
            .mapToObj(
                i -> "  v%d: \"(((v%d.x == 1))) ? resource.a : resource.b\"\n".formatted(i, i - 1))
            .collect(Collectors.joining("", "  v0: resource.a\n", ""));
    LoadResult result =
        load(
            new SourceFile(
                "schema.yaml",
                """
                types: { Point: { x: int } }
                subjects: { user: {} }
                resources:
                  page:
                    tenant-isolated: false
                    actions: [read]
                    attributes: { a: Point, b: Point }
                """),
            new SourceFile(
                "page.policy.yaml",
                "policy: page\nresource: page\nlet:\n"
                    + definitions
                    + "rules: [{ permit: read, id: a, when: v189.x == 1 }]\n"));

    isRefused(result, DiagnosticCode.CONDITION_TOO_LARGE);
  }

  @Test
  void variablesThatDoubleEachOtherCostNoMoreThanTheyAre() {
    String variables =
        IntStream.range(1, 100)
            .mapToObj(i -> "  v" + i + ": v" + (i - 1) + " && v" + (i - 1) + "\n")
            .collect(Collectors.joining());
    LoadResult result =
        load(
            SCHEMA,
            new SourceFile(
                "invoice.policy.yaml",
                "policy: p\nresource: invoice\nlet:\n  v0: resource.owner == subject.id\n"
                    + variables
                    + "rules: [{ permit: read, id: a, when: v99 }]\n"));

    assertThat(result.snapshot()).as(result.report()).isPresent();
  }

  @Test
  void alternativesThatDoubleEachOtherCostNoMoreThanTheyAre() {
    String variables =
        IntStream.range(1, 100)
            .mapToObj(i -> "  v" + i + ": v" + (i - 1) + " || v" + (i - 1) + "\n")
            .collect(Collectors.joining());
    LoadResult result =
        load(
            SCHEMA,
            new SourceFile(
                "invoice.policy.yaml",
                "policy: p\nresource: invoice\nlet:\n  v0: resource.owner == subject.id\n"
                    + variables
                    + "rules: [{ permit: read, id: a, when: v99 }]\n"));

    assertThat(result.snapshot()).as(result.report()).isPresent();
  }

  @Test
  void aFileOfTenMegabytesIsRefused() {
    isRefused(
        load(SCHEMA, new SourceFile("invoice.policy.yaml", "a".repeat(10_000_000))),
        DiagnosticCode.FILE_TOO_LARGE);
  }

  @Test
  void tooManyFilesAreRefused() {
    List<SourceFile> files = new ArrayList<>(List.of(SCHEMA));
    for (int i = 0; i < Limit.FILES.standard(); i++) {
      files.add(new SourceFile("p" + i + ".policy.yaml", POLICY));
    }

    isRefused(SnapshotLoader.load(files, "revision"), DiagnosticCode.REPOSITORY_TOO_LARGE);
  }

  @Test
  void tooMuchTextIsRefused() {
    String text = "#".repeat(Limit.FILE_LENGTH.standard());
    int count = (int) (Limit.TOTAL_LENGTH.standard() / text.length()) + 1;
    List<SourceFile> files = Collections.nCopies(count, new SourceFile("a.policy.yaml", text));

    isRefused(SnapshotLoader.load(files, "revision"), DiagnosticCode.REPOSITORY_TOO_LARGE);
  }

  @Test
  void tooManyValuesInOneFileAreRefused() {
    isRefused(
        load(SCHEMA, new SourceFile("data/a.yaml", "[" + "a,".repeat(150_000) + "]")),
        DiagnosticCode.YAML_TOO_LARGE);
  }

  @Test
  void tooManyValuesInOneEntityAreRefused() {
    isRefused(
        load(
            SCHEMA,
            new SourceFile(
                "data/a.yaml",
                "subjects: { user: { alice: { roles: [" + "a,".repeat(20_000) + "] } } }")),
        DiagnosticCode.TOO_MANY);
  }

  @Test
  void moreGrantsThanAnyoneKeepsInMindAreRefused() {
    isRefused(
        load(SCHEMA, new SourceFile("grants.yaml", grants(Limit.GRANTS.standard() + 1))),
        DiagnosticCode.TOO_MANY);
    assertThat(
            load(SCHEMA, new SourceFile("grants.yaml", grants(Limit.GRANTS.standard()))).snapshot())
        .isPresent();
  }

  private static String grants(int count) {
    return IntStream.range(0, count)
        .mapToObj(
            i ->
                "  - { id: g"
                    + i
                    + ", subjects: { type: user, tenant: a }, tenant: b, resources: [invoice],"
                    + " actions: [read], until: 2027-01-01T00:00:00Z, because: x }\n")
        .collect(Collectors.joining("", "grants:\n", ""));
  }

  @Test
  void aFileFullOfMistakesDoesNotFillTheMemory() {
    LoadResult result =
        load(
            SCHEMA,
            new SourceFile(
                "invoice.policy.yaml",
                POLICY + "  - { permit: raed, id: x, wen: y }\n".repeat(10_000)));

    assertThat(result.snapshot()).isEmpty();
    assertThat(result.diagnostics()).hasSize(Limit.FINDINGS.standard());
  }
}
