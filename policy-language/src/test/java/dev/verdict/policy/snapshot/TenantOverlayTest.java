package dev.verdict.policy.snapshot;

import static dev.verdict.policy.snapshot.Repository.attributes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.verdict.policy.decision.Decision;
import dev.verdict.policy.decision.ReasonCode;
import dev.verdict.policy.decision.RuleTrace;
import dev.verdict.policy.evaluate.Evaluator;
import dev.verdict.policy.request.AccessRequest;
import dev.verdict.policy.request.Action;
import dev.verdict.policy.request.Attributes;
import dev.verdict.policy.request.Entity;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the rules of one tenant do, and that they do nothing to any other. */
class TenantOverlayTest {

  private static final String SCHEMA =
      """
      subjects:
        user: { attributes: { tenant: string, level: int? } }
        agent: { attributes: { trusted: bool? } }
      resources:
        invoice:
          actions: [read, share, export]
          attributes: { tenant: string, owner: string }
        report:
          actions: [read]
          attributes: { tenant: string }
      """;

  private static final String BASE =
      """
      policy: invoice
      resource: invoice
      tenants-may-permit: [read, share]
      rules:
        - permit: [read, export]
          id: owner
          when: resource.owner == subject.id
        - deny: share
          id: guests-never-share
          roles: [guest]
      """;

  private static final String OF_ACME =
      """
      policy: invoice
      resource: invoice
      let:
        isSenior: (subject.level ?? 0) > 3
      rules:
        - deny: export
          id: nothing-leaves
          because: at Acme nothing leaves the house
        - permit: read
          id: seniors-read
          subjects: [user]
          when: isSenior
        - permit: share
          id: clerks-share
          roles: [clerk]
          scopes: [invoices:share]
        - permit: read
          id: trusted-agents
          subjects: [agent]
          when: subject.trusted ?? false
      """;

  private static final Evaluator EVALUATOR =
      new Repository()
          .with("schema.yaml", SCHEMA)
          .with("invoice.policy.yaml", BASE)
          .with("tenants/acme/invoice.policy.yaml", OF_ACME)
          .with(
              "tenants/globex/deep/er/share.policy.yaml",
              """
              policy: share
              resource: invoice
              rules:
                - permit: share
                  id: everybody-shares
              """)
          .with(
              "tenants/initech/report.policy.yaml",
              """
              policy: report
              resource: report
              rules:
                - deny: read
                  id: nobody-reads
              """)
          .evaluator();

  @Test
  void aTenantNarrowsWhatTheBasePermits() {
    Decision decision = decide(user("alice", "acme"), "export", invoice("acme"));
    assertThat(decision.permitted()).isFalse();
    assertThat(decision.reason().message()).isEqualTo("at Acme nothing leaves the house");
    assertThat(decision.reason().rule().orElseThrow().toString())
        .isEqualTo("rule `nothing-leaves` (tenants/acme/invoice.policy.yaml:6)");
  }

  @Test
  void aTenantWidensWhatTheBaseOpens() {
    Entity senior = user("sam", "acme", "level", 4);
    assertThat(decide(senior, "read", invoice("acme")).permitted()).isTrue();
    assertThat(decide(user("sam", "acme"), "read", invoice("acme")).permitted()).isFalse();
  }

  @Test
  void theBaseHoldsBesideTheOverlay() {
    assertThat(decide(user("alice", "acme"), "read", invoice("acme")).reason().rule())
        .map(rule -> rule.rule())
        .contains("owner");
  }

  @Test
  void noOtherTenantIsTouched() {
    for (String tenant : List.of("globex", "initech", "Acme", "acme ", "umbrella")) {
      assertThat(decide(user("alice", tenant), "export", invoice(tenant)).permitted())
          .as(tenant)
          .isTrue();
      assertThat(decide(user("sam", tenant, "level", 4), "read", invoice(tenant)).permitted())
          .as(tenant)
          .isFalse();
    }
  }

  @Test
  void noOverlayLetsAnyoneAcrossTenants() {
    for (String action : List.of("read", "share", "export")) {
      Entity fromAcme =
          user("alice", "acme", "level", 9, "roles", List.of("clerk"), "scopes", scopes());
      assertThat(decide(fromAcme, action, invoice("globex")).reason().code())
          .isEqualTo(ReasonCode.TENANT_MISMATCH);
      assertThat(decide(user("bob", "globex"), action, invoice("acme")).reason().code())
          .isEqualTo(ReasonCode.TENANT_MISMATCH);
    }
  }

  @Test
  void aTenantThatIsNoneHasNoOverlay() {
    Entity empty = new Entity("invoice", "i1", attributes("tenant", "", "owner", "alice"));
    Entity number = new Entity("invoice", "i1", attributes("tenant", 7, "owner", "alice"));
    Entity list =
        new Entity("invoice", "i1", attributes("tenant", List.of("acme"), "owner", "alice"));
    for (Entity resource : List.of(empty, number, list)) {
      assertThat(decide(user("alice", "acme"), "read", resource).reason().code())
          .isEqualTo(ReasonCode.TENANT_MISSING);
    }
  }

  @Test
  void rolesAndScopesThatOnlyAnOverlayNamesCount() {
    Entity clerk = user("carl", "acme", "roles", List.of("clerk"), "scopes", scopes());
    assertThat(decide(clerk, "share", invoice("acme")).permitted()).isTrue();
    assertThat(
            decide(user("carl", "acme", "roles", List.of("clerk")), "share", invoice("acme"))
                .permitted())
        .isFalse();
  }

  @Test
  void aDenyOfTheBaseOverridesAPermitOfAnOverlay() {
    Entity guest = user("gus", "globex", "roles", List.of("guest"));
    assertThat(decide(user("gus", "globex"), "share", invoice("globex")).permitted()).isTrue();
    assertThat(decide(guest, "share", invoice("globex")).reason().rule())
        .map(rule -> rule.rule())
        .contains("guests-never-share");
  }

  @Test
  void theOverlayOfOneResourceTypeLeavesTheOthersAlone() {
    assertThat(decide(user("alice", "initech"), "export", invoice("initech")).permitted()).isTrue();
    assertThat(
            decide(
                    user("alice", "initech"),
                    "read",
                    new Entity("report", "r1", attributes("tenant", "initech")))
                .reason()
                .rule())
        .map(rule -> rule.rule())
        .contains("nobody-reads");
  }

  @Test
  void theOverlayHoldsForWhoActsForASubjectToo() {
    Entity senior = user("sam", "acme", "level", 4);
    assertThat(decideFor(senior, invoice("acme"), agent("trusted", true)).permitted()).isTrue();
    assertThat(decideFor(senior, invoice("acme"), agent()).permitted()).isFalse();
    assertThat(
            decideFor(user("alice", "globex"), invoice("globex"), agent("trusted", true))
                .permitted())
        .isFalse();
  }

  @Test
  void anExplanationListsTheRulesOfTheResourcesTenantOnly() {
    assertThat(traces("acme")).containsExactly("owner", "seniors-read", "trusted-agents");
    assertThat(traces("globex")).containsExactly("owner");
  }

  private static List<String> traces(String tenant) {
    return EVALUATOR
        .explain(request(user("x", tenant), "read", invoice(tenant), Optional.empty()))
        .rules()
        .stream()
        .map(RuleTrace::rule)
        .map(rule -> rule.rule())
        .toList();
  }

  private static Decision decide(Entity subject, String action, Entity resource) {
    return EVALUATOR.decide(request(subject, action, resource, Optional.empty()));
  }

  private static Decision decideFor(Entity subject, Entity resource, Entity actor) {
    return EVALUATOR.decide(request(subject, "read", resource, Optional.of(actor)));
  }

  private static AccessRequest request(
      Entity subject, String action, Entity resource, Optional<Entity> actor) {
    return new AccessRequest(
        subject,
        new Action(action),
        resource,
        Attributes.NONE,
        actor,
        Instant.parse("2026-01-01T00:00:00Z"));
  }

  private static List<String> scopes() {
    return List.of("invoices:share");
  }

  private static Entity user(String id, String tenant, Object... attributes) {
    Object[] all = new Object[attributes.length + 2];
    all[0] = "tenant";
    all[1] = tenant;
    System.arraycopy(attributes, 0, all, 2, attributes.length);
    return new Entity("user", id, attributes(all));
  }

  private static Entity agent(Object... attributes) {
    return new Entity("agent", "robot", attributes(attributes));
  }

  private static Entity invoice(String tenant) {
    return new Entity("invoice", "i1", attributes("tenant", tenant, "owner", "alice"));
  }
}
