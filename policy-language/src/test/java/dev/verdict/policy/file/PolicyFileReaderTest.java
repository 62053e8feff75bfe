package dev.verdict.policy.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.verdict.policy.decision.Effect;
import dev.verdict.policy.diagnostic.Diagnostics;
import dev.verdict.policy.request.Value;
import dev.verdict.policy.source.Located;
import dev.verdict.policy.syntax.Syntax;
import dev.verdict.policy.yaml.Yaml;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PolicyFileReaderTest {

  private final Diagnostics diagnostics = new Diagnostics();

  private PolicyFile read(String text) {
    return PolicyFileReader.read(Yaml.parse("a.policy.yaml", text), diagnostics).orElseThrow();
  }

  private static Syntax read(WrittenExpression expression) {
    return expression.syntax().orElseThrow();
  }

  private static List<String> words(List<Located<String>> located) {
    return located.stream().map(Located::value).toList();
  }

  @Test
  void aPolicyIsReadAsWritten() {
    PolicyFile policy =
        read(
            """
            policy: invoice
            resource: invoice
            let:
              isOwner: resource.owner == subject.id
            rules:
              - permit: [read, download]
                id: owner-reads
                scopes: [invoices:read]
                when: isOwner
              - permit: approve
                id: accountant-approves
                subjects: user
                roles: [accountant]
                when: |
                  resource.amount <= subject.approvalLimit
                    && !isOwner
                because: accountants approve up to their limit
                obligations:
                  - audit: { level: required }
                  - notify
                advice:
                  - log: {}
              - permit: read
                id: support-sees-masked
                fields: { except: [iban, taxNumber] }
              - permit: read
                id: names-only
                fields: name
              - deny: "*"
                id: locked
                when: true
            """);

    assertThat(diagnostics.sorted()).isEmpty();
    assertThat(policy.name().value()).isEqualTo("invoice");
    assertThat(policy.resource().span()).hasToString("a.policy.yaml:2:11");
    assertThat(policy.variables())
        .singleElement()
        .satisfies(
            variable ->
                assertThat(read(variable.definition()).fragment().span())
                    .hasToString("a.policy.yaml:4:12"));
    assertThat(policy.rules()).hasSize(5);

    RuleDeclaration reads = policy.rules().get(0);
    assertThat(reads.effect()).isEqualTo(Effect.PERMIT);
    assertThat(words(reads.target().actions())).containsExactly("read", "download");
    assertThat(words(reads.target().scopes().all())).containsExactly("invoices:read");
    assertThat(reads.span()).hasToString("a.policy.yaml:6:5");

    RuleDeclaration approves = policy.rules().get(1);
    assertThat(words(approves.target().actions())).containsExactly("approve");
    assertThat(words(approves.target().subjectTypes())).containsExactly("user");
    assertThat(words(approves.target().roles())).containsExactly("accountant");
    var condition = (Syntax.Binary) read(approves.condition().orElseThrow());
    assertThat(condition.right().fragment().span()).hasToString("a.policy.yaml:16:12");
    assertThat((BecauseDeclaration.Sentence) approves.because().orElseThrow())
        .extracting(because -> because.text().value())
        .isEqualTo("accountants approve up to their limit");
    assertThat(approves.obligations())
        .extracting(obligation -> obligation.id().value(), ObligationDeclaration::properties)
        .containsExactly(
            tuple(
                "audit",
                List.of(new PropertyDeclaration.Constant("level", new Value.Text("required")))),
            tuple("notify", List.of()));
    assertThat(approves.advice()).hasSize(1);

    FieldsDeclaration masked = policy.rules().get(2).fields().orElseThrow();
    assertThat(masked.except()).isTrue();
    assertThat(words(masked.names())).containsExactly("iban", "taxNumber");
    assertThat(policy.rules().get(3).fields().orElseThrow().except()).isFalse();

    RuleDeclaration locked = policy.rules().get(4);
    assertThat(locked.effect()).isEqualTo(Effect.DENY);
    assertThat(words(locked.target().actions())).containsExactly("*");
    assertThat(read(locked.condition().orElseThrow()).fragment().text()).isEqualTo("true");
  }

  @Test
  void aRuleThatIsWrongIsLeftOutAndTheRestIsRead() {
    PolicyFile policy =
        read(
            """
            policy: p
            resource: invoice
            rules:
              - permit: read
                id: one
                roles: []
              - permit: read
                id: two
            """);

    assertThat(policy.rules()).extracting(rule -> rule.id().value()).containsExactly("two");
    assertThat(diagnostics.hasErrors()).isTrue();
  }

  @Test
  void aRuleWithAnUnreadableExpressionIsKeptWithoutIt() {
    PolicyFile policy =
        read(
            """
            policy: p
            resource: invoice
            let:
              broken: resource.owner ==
            rules:
              - permit: read
                id: one
                when: "("
                obligations:
                  - audit: { owner: { expression: ")" } }
            """);

    assertThat(diagnostics.sorted()).hasSize(3);
    assertThat(policy.variables().get(0).definition().syntax()).isEmpty();
    RuleDeclaration rule = policy.rules().get(0);
    assertThat(rule.condition().orElseThrow().syntax()).isEmpty();
    assertThat(rule.obligations().get(0).properties())
        .containsExactly(
            new PropertyDeclaration.Computed("owner", new WrittenExpression(Optional.empty())));
  }
}
