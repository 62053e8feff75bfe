package dev.verdict.policy.overview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verdict.policy.decision.Effect;
import dev.verdict.policy.decision.FieldGrant;
import dev.verdict.policy.snapshot.SnapshotLoader;
import dev.verdict.policy.source.SourceFile;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PolicyOverviewTest {

  private static final SourceFile OWN =
      new SourceFile("verdict.yaml", "undeclared-names: [roles, scopes, tenants]");

  private static final SourceFile SCHEMA =
      new SourceFile(
          "schema.yaml",
          """
          subjects:
            user: { attributes: { tenant: string } }
            service: {}
          resources:
            report:
              actions: [read, write]
              attributes: { tenant: string, owner: string, secret: string? }
            page: { tenant-isolated: false, actions: [open] }
          """);

  private static final SourceFile POLICY =
      new SourceFile(
          "report.policy.yaml",
          """
          policy: report
          resource: report
          tenants-may-permit: [read]
          let:
            isOwner: isUser && resource.owner == subject.id
            isUser: subject.type == 'user'
          rules:
            - permit: '*'
              id: owner
              when: isOwner
            - permit: read
              id: support
              subjects: [user]
              roles: [b, a]
              scopes: { all: [s], any: [t, u] }
              fields: { except: [secret] }
              obligations: [{ audit: {} }]
              advice: [{ hint: {} }]
              because: support helps
              valid: { until: 2030-01-01T00:00:00Z }
            - deny: write
              id: frozen
          """);

  private static final SourceFile OVERLAY =
      new SourceFile(
          "tenants/acme/report.policy.yaml",
          """
          policy: acme
          resource: report
          rules:
            - { permit: read, id: guests }
            - { deny: read, id: nobody }
          """);

  private static final SourceFile GRANTS =
      new SourceFile(
          "grants.yaml",
          """
          grants:
            - id: audit
              subjects: { type: user, tenant: globex }
              tenant: acme
              resources: [report]
              actions: [read]
              until: 2030-01-01T00:00:00Z
              because: the books are checked
          """);

  @Test
  void everyActionOfEveryResourceTypeIsThere() {
    assertThat(overview().actions())
        .extracting(action -> action.resource() + " " + action.action())
        .containsExactly("page open", "report read", "report write");
    assertThat(action("open").rules()).isEmpty();
  }

  @Test
  void rulesThatDenyComeFirstAndThoseOfOverlaysAfterTheBase() {
    assertThat(action("read").rules())
        .extracting(rule -> rule.reference().rule())
        .containsExactly("nobody", "owner", "support", "guests");
    assertThat(action("write").rules())
        .extracting(RuleOverview::effect)
        .containsExactly(Effect.DENY, Effect.PERMIT);
  }

  @Test
  void theGuardStandsBeforeIsolatedResourcesAndShowsTheWaysPastIt() {
    assertThat(action("read").tenantAttribute()).contains("tenant");
    assertThat(action("read").grants()).extracting(GrantOverview::id).containsExactly("audit");
    assertThat(action("write").grants()).isEmpty();
    assertThat(action("open").tenantAttribute()).isEmpty();
  }

  @Test
  void aRuleShowsAllThatItAsksForAndAllThatComesOfIt() {
    RuleOverview support = action("read").rules().get(2);

    assertThat(support.target())
        .isEqualTo(
            new TargetOverview(
                List.of("user"),
                List.of(),
                List.of("a", "b"),
                List.of(),
                List.of("s"),
                List.of("t", "u"),
                support.target().validity()));
    assertThat(support.target().validity().until()).isPresent();
    assertThat(support.fields()).isEqualTo(FieldGrant.except(Set.of("secret")));
    assertThat(support.obligations()).containsExactly("audit");
    assertThat(support.advice()).containsExactly("hint");
    assertThat(support.because()).contains("support helps");
    assertThat(support.tenant()).isEmpty();
    assertThat(action("read").rules().get(3).tenant()).contains("acme");
  }

  @Test
  void aConditionStandsInTheWordsOfTheAuthorWithTheVariablesThatItUses() {
    RuleOverview owner = action("read").rules().get(1);

    assertThat(owner.condition()).contains("isOwner");
    assertThat(owner.variables())
        .containsExactly(
            new VariableOverview("isOwner", "isUser && resource.owner == subject.id"),
            new VariableOverview("isUser", "subject.type == 'user'"));
    assertThat(owner.target().subjectTypes()).as("all of them").isEmpty();
  }

  private static ActionOverview action(String name) {
    return overview().actions().stream()
        .filter(action -> action.action().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static PolicyOverview overview() {
    var inspection =
        SnapshotLoader.inspect(List.of(OWN, SCHEMA, POLICY, OVERLAY, GRANTS), "revision");
    assertThat(inspection.workbench()).as(inspection.result().report()).isPresent();
    return inspection.workbench().map(workbench -> workbench.overview()).orElseThrow();
  }
}
