package dev.verdict.policy.authortest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verdict.policy.diagnostic.Diagnostic;
import dev.verdict.policy.diagnostic.Diagnostics;
import dev.verdict.policy.file.schema.SchemaReader;
import dev.verdict.policy.schema.Schema;
import dev.verdict.policy.yaml.Yaml;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class MatrixReaderTest {

  private static final Schema SCHEMA =
      SchemaReader.read(
              Yaml.parse(
                  "schema.yaml",
                  """
                  subjects: { user: {} }
                  resources:
                    invoice: { tenant-isolated: false, actions: [read, pay] }
                    report: { tenant-isolated: false, actions: [read] }
                  context: { ip: string? }
                  """),
              new Diagnostics())
          .orElseThrow();

  private static final String FIXTURES =
      """
      subjects: { alice: { type: user }, bob: { type: user } }
      resources: { bill: { type: invoice }, sum: { type: report } }
      matrices:
      """;

  private final Diagnostics diagnostics = new Diagnostics();

  private List<TestCase> read(String matrices) {
    return TestFileReader.read(
            Yaml.parse("tests/a.test.yaml", FIXTURES + matrices),
            Fixtures.none(SCHEMA, diagnostics),
            SCHEMA,
            diagnostics)
        .tests();
  }

  private List<String> messages() {
    return diagnostics.sorted().stream().map(Diagnostic::message).toList();
  }

  private static List<String> permitted(List<TestCase> tests) {
    return tests.stream()
        .filter(test -> test.expectation().permitted())
        .map(test -> test.name().value())
        .toList();
  }

  @Test
  void everyCellIsATestWithANameOfItsOwn() {
    List<TestCase> tests =
        read(
            """
              - name: who may what
                now: 2026-05-01T00:00:00Z
                subjects: [alice, bob]
                actions: [read, pay]
                resources: [bill]
                context: { ip: 10.0.0.1 }
                permit:
                  alice: { bill: [read] }
            """);

    assertThat(messages()).isEmpty();
    assertThat(tests)
        .extracting(test -> test.name().value())
        .containsExactly(
            "who may what: alice, read, bill",
            "who may what: alice, pay, bill",
            "who may what: bob, read, bill",
            "who may what: bob, pay, bill");
    assertThat(permitted(tests)).containsExactly("who may what: alice, read, bill");
    assertThat(tests.get(0).name().span().line()).isEqualTo(11);
    assertThat(tests.get(1).name().span().line()).isEqualTo(4);
    assertThat(tests)
        .allSatisfy(
            test -> {
              assertThat(test.request().now()).isEqualTo(Instant.parse("2026-05-01T00:00:00Z"));
              assertThat(test.request().context().names()).containsExactly("ip");
            });
  }

  @Test
  void anActionThatATypeDoesNotHaveIsNoTestThere() {
    List<TestCase> tests =
        read(
            """
              - { name: m, subjects: [alice], actions: [read, pay], resources: [bill, sum], permit: {} }
            """);

    assertThat(tests)
        .extracting(test -> test.name().value())
        .containsExactly("m: alice, read, bill", "m: alice, pay, bill", "m: alice, read, sum");
  }

  @Test
  void actionsStandForEveryResourceAndAStarForEveryAction() {
    List<TestCase> tests =
        read(
            """
              - name: m
                subjects: [alice, bob]
                actions: [read, pay]
                resources: [bill, sum]
                permit:
                  alice: '*'
                  bob: read
            """);

    assertThat(messages()).isEmpty();
    assertThat(permitted(tests))
        .containsExactly(
            "m: alice, read, bill",
            "m: alice, pay, bill",
            "m: alice, read, sum",
            "m: bob, read, bill",
            "m: bob, read, sum");
  }

  @Test
  void whatTheMatrixDoesNotListIsASlip() {
    List<TestCase> tests =
        read(
            """
              - name: m
                subjects: [alice]
                actions: [read, pay, sign]
                resources: [bill, sum]
                permit:
                  bob: read
                  alice: { bil: read, bill: raed, sum: pay }
            """);

    assertThat(tests).isEmpty();
    assertThat(messages())
        .containsExactly(
            "none of the resources has an action `sign`",
            "the matrix does not list `bob` under `subjects`",
            "the matrix does not list `bil` under `resources`; did you mean `bill`?",
            "the matrix does not list `raed` under `actions`; did you mean `read`?",
            "`sum` has no action `pay`");
  }

  @Test
  void anUnknownFixtureIsReported() {
    read("  - { name: m, subjects: [alcie], actions: read, resources: bill, permit: {} }");

    assertThat(messages()).containsExactly("unknown subject `alcie`; did you mean `alice`?");
  }

  @Test
  void twoCellsOfOneNameAreReported() {
    read(
        "  - { name: m, subjects: [alice, bob], actions: [read, read], resources: bill, permit: {} }");

    assertThat(messages())
        .allMatch(message -> message.startsWith("duplicate test `m: "))
        .hasSize(2);
  }
}
