package dev.verdict.policy.authortest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.verdict.policy.decision.FieldGrant;
import dev.verdict.policy.decision.ReasonCode;
import dev.verdict.policy.diagnostic.Diagnostic;
import dev.verdict.policy.diagnostic.DiagnosticCode;
import dev.verdict.policy.diagnostic.Diagnostics;
import dev.verdict.policy.file.schema.SchemaReader;
import dev.verdict.policy.request.AccessRequest;
import dev.verdict.policy.request.Attributes;
import dev.verdict.policy.request.Value;
import dev.verdict.policy.schema.Schema;
import dev.verdict.policy.yaml.Yaml;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TestFileReaderTest {

  private static final Schema SCHEMA =
      SchemaReader.read(
              Yaml.parse(
                  "schema.yaml",
                  """
                  subjects:
                    user: { attributes: { tenant: string } }
                  resources:
                    invoice:
                      actions: { read: {}, delete: { attributes: { soft: bool? } } }
                      attributes: { tenant: string, owner: string, amount: decimal }
                  context: { ip: string? }
                  """),
              new Diagnostics())
          .orElseThrow();

  private static final String FIXTURES =
      """
      subjects:
        alice: { type: user, tenant: acme, roles: [accountant] }
        bot: { type: user, id: robot-1 }
      resources:
        draft: { type: invoice, id: i-1, owner: alice, amount: 120 }
      """;

  private final Diagnostics diagnostics = new Diagnostics();

  private List<TestCase> read(String text) {
    return TestFileReader.read(
            Yaml.parse("tests/a.test.yaml", text),
            Fixtures.none(SCHEMA, diagnostics),
            SCHEMA,
            diagnostics)
        .tests();
  }

  private List<DiagnosticCode> codes() {
    return diagnostics.sorted().stream().map(Diagnostic::code).toList();
  }

  @Test
  void aTestIsAQuestionAndAnExpectation() {
    List<TestCase> tests =
        read(
            "now: 2026-02-03T04:05:06Z\ncontext: { ip: 127.0.0.1 }\n"
                + FIXTURES
                + """
                tests:
                  - name: an owner reads her own invoice
                    subject: alice
                    action: read
                    resource: draft
                    expect: permit
                    rule: owner-reads
                    fields: { except: [iban] }
                    obligations: [audit, { log: { level: 3 } }]
                    advice: []
                    grants: [audit, support, audit]
                    now: 2026-03-01T00:00:00Z
                  - name: a robot deletes
                    subject: { type: user, id: carol }
                    actor: bot
                    action: { name: delete, soft: true }
                    resource: { type: invoice, id: 7 }
                    context: {}
                    expect: deny
                    reason: tenant_missing
                    grants: []
                """);

    assertThat(diagnostics.sorted()).isEmpty();
    AccessRequest reads = tests.get(0).request();
    assertThat(reads.subject().id()).isEqualTo("alice");
    assertThat(reads.subject().attributes().names()).containsExactly("tenant", "roles");
    assertThat(reads.resource().attributes().get("amount")).isEqualTo(new Value.Whole(120));
    assertThat(reads.context().names()).containsExactly("ip");
    assertThat(reads.actor()).isEmpty();
    assertThat(reads.now()).isEqualTo(Instant.parse("2026-03-01T00:00:00Z"));
    Expectation permit = tests.get(0).expectation();
    assertThat(permit.permitted()).isTrue();
    assertThat(permit.rule()).contains("owner-reads");
    assertThat(permit.fields()).contains(FieldGrant.except(Set.of("iban")));
    assertThat(permit.obligations().orElseThrow())
        .extracting(ExpectedDuty::id, duty -> duty.properties().map(Attributes::names))
        .containsExactly(
            tuple("audit", Optional.empty()), tuple("log", Optional.of(Set.of("level"))));
    assertThat(permit.advice()).contains(List.of());
    assertThat(permit.grants()).contains(Set.of("audit", "support"));

    AccessRequest deletes = tests.get(1).request();
    assertThat(deletes.actor().orElseThrow().id()).isEqualTo("robot-1");
    assertThat(deletes.action().attributes().get("soft")).isEqualTo(new Value.Flag(true));
    assertThat(deletes.context().isEmpty()).isTrue();
    assertThat(tests.get(1).expectation().reason()).contains(ReasonCode.TENANT_MISSING);
    assertThat(tests.get(1).expectation().grants()).contains(Set.of());
  }

  @Test
  void withoutAClockItIsTheSameTimeInEveryRun() {
    List<TestCase> tests =
        read(
            FIXTURES
                + "tests: [{ name: t, subject: alice, action: read, resource: draft, expect: deny"
                + " }]");

    assertThat(tests.get(0).request().now()).isEqualTo(TestFile.DEFAULT_NOW);
  }

  @Test
  void anUnknownFixtureHasASuggestion() {
    List<TestCase> tests =
        read(
            FIXTURES
                + "tests: [{ name: t, subject: alcie, action: read, resource: draft, expect: deny"
                + " }]");

    assertThat(tests).isEmpty();
    assertThat(diagnostics.sorted())
        .extracting(Diagnostic::message)
        .containsExactly("unknown subject `alcie`; did you mean `alice`?");
  }

  @Test
  void aBrokenFixtureIsReportedOnceOnly() {
    read(
        """
        subjects: { alice: { id: alice } }
        tests: [{ name: t, subject: alice, action: read, resource: { type: a, id: b }, expect: deny }]
        """);

    assertThat(codes()).containsExactly(DiagnosticCode.MISSING_KEY);
  }

  @Test
  void aPropertyThatNobodyDeclaresIsASlip() {
    read(
        """
        subjects: { alice: { type: user, tennant: acme } }
        context: { now: 2026-01-01T00:00:00Z }
        tests:
          - name: t
            subject: alice
            action: { name: delete, sotf: true }
            resource: { type: invoice, id: x }
            expect: deny
        """);

    assertThat(codes())
        .containsExactly(
            DiagnosticCode.UNKNOWN_ATTRIBUTE,
            DiagnosticCode.UNKNOWN_ATTRIBUTE,
            DiagnosticCode.UNKNOWN_ATTRIBUTE);
  }

  @Test
  void whatIsNotDeclaredAtAllIsForTheDecisionToSay() {
    List<TestCase> tests =
        read(
            """
            tests:
              - name: t
                subject: { type: robot, id: x, a: 1 }
                action: fly
                resource: { type: cloud, id: x, b: 2 }
                expect: deny
                reason: unknown_resource_type
            """);

    assertThat(tests).hasSize(1);
    assertThat(codes()).isEmpty();
  }

  @Test
  void aTestHasANameOfItsOwn() {
    String test = "{ name: t, subject: alice, action: read, resource: draft, expect: deny }";

    read(FIXTURES + "tests: [" + test + ", " + test + "]");

    assertThat(codes()).containsExactly(DiagnosticCode.DUPLICATE_NAME);
  }
}
