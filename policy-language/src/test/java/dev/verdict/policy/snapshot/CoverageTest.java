package dev.verdict.policy.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verdict.policy.authortest.Coverage;
import dev.verdict.policy.authortest.TestPlan;
import dev.verdict.policy.authortest.TestResult;
import dev.verdict.policy.decision.RuleReference;
import dev.verdict.policy.source.SourceFile;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CoverageTest {

  private static final String SCHEMA =
      """
      subjects:
        user: { attributes: { level: int } }
      resources:
        note:
          tenant-isolated: false
          actions: [read, write]
          attributes: { owner: string, open: bool }
      """;

  private static final String POLICY =
      """
      policy: note
      resource: note
      let:
        mine: resource.owner == subject.id && subject.level > 1
      rules:
        - permit: read
          id: reads
          when: mine && resource.open
        - permit: write
          id: everybody-writes
        - deny: write
          id: banned
          roles: [banned]
      """;

  private static LoadResult load(String tests, TestPlan plan) {
    return load(tests, POLICY, plan);
  }

  private static LoadResult load(String tests, String policy, TestPlan plan) {
    return SnapshotLoader.load(
        List.of(
            new SourceFile("schema.yaml", SCHEMA),
            new SourceFile("roles.yaml", "roles: { banned: {} }"),
            new SourceFile("note.policy.yaml", policy),
            new SourceFile(
                "tests/a.test.yaml",
                """
                subjects:
                  ann: { type: user, level: 2 }
                  bob: { type: user, level: 1 }
                  eve: { type: user, level: 2, roles: [banned] }
                resources:
                  open: { type: note, owner: ann, open: true }
                  closed: { type: note, owner: ann, open: false }
                  low: { type: note, owner: bob, open: true }
                """
                    + tests)),
        "r1",
        LoadOptions.DEFAULT.testing(plan));
  }

  private static Coverage coverage(String tests) {
    return coverage(tests, POLICY);
  }

  private static Coverage coverage(String tests, String policy) {
    LoadResult result = load(tests, policy, new TestPlan(Optional.empty(), true, true));
    return result.coverage().orElseThrow(() -> new AssertionError(result.report()));
  }

  private static List<String> gaps(Coverage coverage) {
    return coverage.gaps().stream()
        .map(gap -> gap.file() + ":" + gap.line() + ": " + gap.message())
        .toList();
  }

  @Test
  void withoutTestsNothingIsReached() {
    Coverage coverage = coverage("tests: []");

    assertThat(coverage.points()).isEqualTo(12);
    assertThat(coverage.percent()).isEqualTo(8);
    assertThat(gaps(coverage))
        .containsExactly(
            "note.policy.yaml:6: no test asks rule `reads`",
            "note.policy.yaml:9: rule `everybody-writes` never matched",
            "note.policy.yaml:11: no test asks rule `banned`");
  }

  @Test
  void aPartThatWasNotLookedAtWasNotReached() {
    Coverage coverage =
        coverage(
            "tests: [{ name: a, subject: eve, action: read, resource: closed, expect: deny }]");

    assertThat(gaps(coverage))
        .contains("note.policy.yaml:8: `resource.open` was never false in rule `reads`")
        .doesNotContain(
            "note.policy.yaml:4: `resource.owner == subject.id` was never false in rule `reads`");
  }

  @Test
  void partsOfADisjunctionCountOneByOne() {
    String policy =
        """
        policy: note
        resource: note
        let:
          mine: resource.owner == subject.id || subject.level > 1
        rules:
          - permit: read
            id: reads
            when: resource.open && (mine || !(subject.id == 'bob' && subject.level == 0))
          - deny: read
            id: hides
            when: "!mine && !resource.open"
        """;
    List<String> parts =
        coverage(
                "tests: [{ name: a, subject: bob, action: read, resource: open, expect: permit }]",
                policy)
            .rules()
            .stream()
            .flatMap(rule -> rule.parts().stream())
            .map(part -> part.text() + word(part.wasTrue()) + word(part.wasFalse()))
            .toList();

    assertThat(parts)
        .containsExactly(
            "resource.open + -",
            "resource.owner == subject.id - +",
            "subject.level > 1 - +",
            "subject.id == 'bob' + -",
            "subject.level == 0 - +",
            "resource.owner == subject.id - +",
            "subject.level > 1 - +",
            "!resource.open - +");
  }

  @Test
  void whatADisjunctionNeverCameToIsAGap() {
    String policy =
        """
        policy: note
        resource: note
        rules:
          - permit: [read, write]
            id: reads
            when: subject.level == 2 || resource.open || resource.owner == subject.id
        """;
    Coverage coverage =
        coverage(
            """
            tests:
              - { name: a, subject: ann, action: read, resource: open, expect: permit }
              - { name: b, subject: bob, action: read, resource: open, expect: permit }
              - { name: c, subject: bob, action: read, resource: closed, expect: deny }
            """,
            policy);

    assertThat(coverage.points()).isEqualTo(8);
    assertThat(gaps(coverage))
        .containsExactly(
            "note.policy.yaml:6: `resource.owner == subject.id` was never true in rule `reads`");
  }

  private static String word(boolean reached) {
    return reached ? " +" : " -";
  }

  @Test
  void everythingCanBeReached() {
    Coverage coverage =
        coverage(
            """
            matrices:
              - name: all
                subjects: [ann, bob, eve]
                actions: [read, write]
                resources: [open, closed, low]
                permit:
                  ann: { open: '*', closed: write, low: write }
                  bob: write
            """);

    assertThat(gaps(coverage)).isEmpty();
    assertThat(coverage.percent()).isEqualTo(100);
  }

  @Test
  void onlyAllOfItIsAHundredPercent() {
    var almost =
        new Coverage(
            IntStream.range(0, 500)
                .mapToObj(
                    i ->
                        new Coverage.OfRule(
                            new RuleReference("p", "r" + i, "f", 1), i > 0, true, List.of()))
                .toList());

    assertThat(almost.percent()).isEqualTo(99);
    assertThat(new Coverage(List.of()).percent()).isEqualTo(100);
  }

  @Test
  void onlyTestsOfTheWantedNamesAreRun() {
    String tests =
        """
        tests:
          - { name: ann reads, subject: ann, action: read, resource: open, expect: permit }
          - { name: bob writes, subject: bob, action: write, resource: low, expect: permit }
        """;

    LoadResult some = load(tests, new TestPlan(Optional.of("writes"), true, false));

    assertThat(some.tests()).extracting(TestResult::name).containsExactly("bob writes");
    assertThat(some.coverage()).isEmpty();
    assertThat(some.snapshot().orElseThrow().contents().tests()).isEqualTo(2);
    assertThat(load(tests, TestPlan.NONE).tests()).isEmpty();
  }
}
