package dev.verdict.policy.snapshot;

import static dev.verdict.policy.snapshot.Repository.attributes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.verdict.policy.decision.Cacheability;
import dev.verdict.policy.decision.Decision;
import dev.verdict.policy.decision.Explanation;
import dev.verdict.policy.decision.PassTrace;
import dev.verdict.policy.decision.ReasonCode;
import dev.verdict.policy.decision.Validity;
import dev.verdict.policy.evaluate.Evaluator;
import dev.verdict.policy.request.AccessRequest;
import dev.verdict.policy.request.Action;
import dev.verdict.policy.request.Attributes;
import dev.verdict.policy.request.Entity;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The one way across tenants: what a grant lets pass, and all that it does not. */
class CrossTenantGrantTest {

  private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant UNTIL = Instant.parse("2026-04-01T00:00:00Z");
  private static final Instant WITHIN = Instant.parse("2026-02-01T00:00:00Z");

  private static final Evaluator EVALUATOR =
      new Repository()
          .with(
              "schema.yaml",
              """
              subjects:
                user: { attributes: { tenant: string } }
                service: { attributes: { tenant: string } }
                agent: { attributes: { trusted: bool? } }
              resources:
                invoice:
                  actions: [read, share, export]
                  attributes: { tenant: string, owner: string? }
                report:
                  actions: [read]
                  attributes: { tenant: string }
              """)
          .with(
              "invoice.policy.yaml",
              """
              policy: invoice
              resource: invoice
              tenants-may-permit: [share]
              rules:
                - permit: [read, export]
                  id: everybody
                - deny: read
                  id: no-drafts
                  when: (resource.owner ?? '') == 'draft'
              """)
          .with(
              "report.policy.yaml",
              "{ policy: report, resource: report, rules: [{ permit: read, id: everybody }] }")
          .with(
              "tenants/auditors/invoice.policy.yaml",
              """
              policy: invoice
              resource: invoice
              rules:
                - permit: share
                  id: auditors-share
                - deny: read
                  id: auditors-read-nothing
                  when: resource.id == 'i2'
              """)
          .with(
              "tenants/acme/invoice.policy.yaml",
              """
              policy: invoice
              resource: invoice
              rules:
                - deny: read
                  id: acme-hides
                  when: resource.id == 'hidden'
              """)
          .with(
              "grants.yaml",
              """
              grants:
                - id: audit
                  subjects: { type: user, tenant: auditors, ids: [ann, amy], roles: [auditor, lead] }
                  tenant: acme
                  resources: [invoice]
                  actions: [read, share]
                  from: 2026-01-01T00:00:00Z
                  until: 2026-04-01T00:00:00Z
                  because: the yearly audit
                - id: second-audit
                  subjects: { type: user, tenant: auditors }
                  tenant: acme
                  resources: [invoice]
                  actions: [read]
                  from: 2026-06-01T00:00:00Z
                  until: 2026-07-01T00:00:00Z
                  because: the audit of the audit
                - id: robots-of-robotics
                  subjects: { type: service, tenant: robotics }
                  tenant: acme
                  resources: [invoice]
                  actions: [read]
                  until: 2026-04-01T00:00:00Z
                  because: the robots sort what they may read
                - id: agents-of-auditors
                  subjects: { type: agent, tenant: auditors, ids: [robot] }
                  tenant: acme
                  resources: [invoice]
                  actions: [read]
                  until: 2026-03-01T00:00:00Z
                  because: the robot reads for the auditors
              """)
          .evaluator();

  private static final Entity ANN = auditor("ann", "auditor");
  private static final Entity ACME = invoice("i1", "acme");

  @Test
  void aGrantLetsPassWhomItNames() {
    Decision decision = decide(ANN, "read", ACME, WITHIN);
    assertThat(decision.permitted()).isTrue();
    assertThat(decision.grants()).containsExactly("audit");
    assertThat(decide(auditor("amy", "lead"), "read", ACME, WITHIN).permitted()).isTrue();
  }

  @Test
  void aDecisionWithinATenantNamesNoGrant() {
    assertThat(decide(user("bob", "acme"), "read", ACME, WITHIN).grants()).isEmpty();
    assertThat(decide(user("bob", "globex"), "read", ACME, WITHIN).grants()).isEmpty();
  }

  @Test
  void theRulesDecideAsAlways() {
    Entity draft = new Entity("invoice", "i1", attributes("tenant", "acme", "owner", "draft"));
    Decision denied = decide(ANN, "read", draft, WITHIN);
    assertThat(denied.permitted()).isFalse();
    assertThat(denied.reason().rule()).map(rule -> rule.rule()).contains("no-drafts");
    assertThat(denied.grants()).as("it came to the rules by the grant").containsExactly("audit");
    assertThat(decide(ANN, "share", ACME, WITHIN).reason().code())
        .as("the grant opens the way to the rules, and no rule permits")
        .isEqualTo(ReasonCode.NO_RULE_MATCHED);
  }

  @Test
  void theOverlayIsThatOfTheResourcesTenant() {
    assertThat(decide(ANN, "read", invoice("hidden", "acme"), WITHIN).reason().rule())
        .map(rule -> rule.rule())
        .contains("acme-hides");
    assertThat(decide(ANN, "read", invoice("i2", "acme"), WITHIN).permitted())
        .as("what the auditors deny among themselves is no business of Acme")
        .isTrue();
    assertThat(decide(ANN, "share", ACME, WITHIN).permitted())
        .as("what the auditors permit among themselves, Acme does not")
        .isFalse();
  }

  @Test
  void aGrantBeginsAndEndsToTheNanosecond() {
    assertThat(decide(ANN, "read", ACME, FROM.minusNanos(1)).reason().code())
        .isEqualTo(ReasonCode.TENANT_MISMATCH);
    assertThat(decide(ANN, "read", ACME, FROM).permitted()).isTrue();
    assertThat(decide(ANN, "read", ACME, UNTIL.minusNanos(1)).permitted()).isTrue();
    assertThat(decide(ANN, "read", ACME, UNTIL).reason().code())
        .isEqualTo(ReasonCode.TENANT_MISMATCH);
    assertThat(decide(ANN, "read", ACME, UNTIL.plusNanos(1)).reason().code())
        .isEqualTo(ReasonCode.TENANT_MISMATCH);
  }

  @Test
  void whereOneGrantHasEndedAnotherMayHold() {
    assertThat(decide(ANN, "read", ACME, Instant.parse("2026-06-15T00:00:00Z")).grants())
        .containsExactly("second-audit");
  }

  @Test
  void nobodyElsePasses() {
    List<Entity> others =
        List.of(
            auditor("eve", "auditor"),
            auditor("ann", "guest"),
            new Entity("user", "ann", attributes("tenant", "auditors")),
            new Entity("user", "ann", attributes("tenant", "auditors", "roles", "auditor")),
            new Entity("user", "ann", attributes("tenant", "auditors", "roles", List.of())),
            new Entity("user", "ann", attributes("tenant", "Auditors", "roles", roles())),
            new Entity("user", "ann", attributes("tenant", "globex", "roles", roles())),
            new Entity("service", "ann", attributes("tenant", "auditors", "roles", roles())));
    assertThat(others)
        .allSatisfy(
            other ->
                assertThat(decide(other, "read", ACME, WITHIN).reason().code())
                    .isEqualTo(ReasonCode.TENANT_MISMATCH));
  }

  @Test
  void aGrantIsForItsActionsResourcesAndTenantOnly() {
    for (Entity resource :
        List.of(
            invoice("i1", "globex"),
            invoice("i1", "ACME"),
            new Entity("report", "i1", attributes("tenant", "acme")))) {
      assertThat(decide(ANN, "read", resource, WITHIN).reason().code())
          .isEqualTo(ReasonCode.TENANT_MISMATCH);
    }
    assertThat(decide(ANN, "export", ACME, WITHIN).reason().code())
        .isEqualTo(ReasonCode.TENANT_MISMATCH);
  }

  @Test
  void aGrantLeadsOneWay() {
    assertThat(decide(user("bob", "acme"), "read", invoice("i1", "auditors"), WITHIN).reason())
        .extracting(reason -> reason.code())
        .isEqualTo(ReasonCode.TENANT_MISMATCH);
  }

  @Test
  void aTenantThatIsNoneCrossesNothing() {
    for (Object tenant : List.of("", 1, true, List.of("auditors"))) {
      Entity subject = new Entity("user", "ann", attributes("tenant", tenant, "roles", roles()));
      assertThat(decide(subject, "read", ACME, WITHIN).reason().code())
          .isEqualTo(ReasonCode.TENANT_MISSING);
      Entity resource = new Entity("invoice", "i1", attributes("tenant", tenant));
      assertThat(decide(ANN, "read", resource, WITHIN).reason().code())
          .isEqualTo(ReasonCode.TENANT_MISSING);
    }
    assertThat(decide(new Entity("agent", "robot"), "read", ACME, WITHIN).reason().code())
        .as("who has no tenant does not act in one by itself")
        .isEqualTo(ReasonCode.TENANT_MISSING);
  }

  @Test
  void whoActsForASubjectNeedsItsOwnWay() {
    Entity fromAcme = new Entity("service", "s1", attributes("tenant", "acme"));
    Entity granted = new Entity("service", "s1", attributes("tenant", "robotics"));
    Entity fromThird = new Entity("service", "s1", attributes("tenant", "globex"));
    Entity fromAuditors = new Entity("service", "s1", attributes("tenant", "auditors"));
    Entity nowhere = new Entity("service", "s1", attributes("tenant", ""));
    assertThat(decideFor(ANN, ACME, fromAcme, WITHIN).permitted()).isTrue();
    assertThat(decideFor(ANN, ACME, granted, WITHIN).grants())
        .containsExactly("audit", "robots-of-robotics");
    for (Entity actor : List.of(fromThird, fromAuditors)) {
      Decision decision = decideFor(ANN, ACME, actor, WITHIN);
      assertThat(decision.reason().code()).isEqualTo(ReasonCode.TENANT_MISMATCH);
      assertThat(decision.grants()).as("its subject came by one").containsExactly("audit");
    }
    assertThat(decideFor(ANN, ACME, nowhere, WITHIN).reason().code())
        .isEqualTo(ReasonCode.TENANT_MISSING);
  }

  @Test
  void theGrantOfAnActorIsNoneForItsSubject() {
    Entity granted = new Entity("service", "s1", attributes("tenant", "robotics"));
    assertThat(decideFor(user("bob", "globex"), ACME, granted, WITHIN).reason().code())
        .isEqualTo(ReasonCode.TENANT_MISMATCH);
    assertThat(decideFor(user("bob", "robotics"), ACME, granted, WITHIN).reason().code())
        .isEqualTo(ReasonCode.TENANT_MISMATCH);
  }

  @Test
  void anActorWithoutTenantActsInItsSubjectsAndNeedsAGrantThere() {
    Entity robot = new Entity("agent", "robot");
    Entity stranger = new Entity("agent", "stranger");
    assertThat(decideFor(user("bob", "acme"), ACME, stranger, WITHIN).permitted()).isTrue();
    assertThat(decideFor(ANN, ACME, robot, WITHIN).grants())
        .containsExactly("audit", "agents-of-auditors");
    assertThat(decideFor(ANN, ACME, stranger, WITHIN).reason().code())
        .isEqualTo(ReasonCode.TENANT_MISMATCH);
    assertThat(decideFor(ANN, ACME, robot, Instant.parse("2026-03-15T00:00:00Z")).reason().code())
        .as("its own grant has ended")
        .isEqualTo(ReasonCode.TENANT_MISMATCH);
  }

  @Test
  void anExplanationIsOfTheSameDecisionAndNamesTheGrant() {
    AccessRequest request = request(ANN, "read", ACME, Optional.empty(), WITHIN);
    Explanation explanation = EVALUATOR.explain(request);
    assertThat(explanation.decision()).isEqualTo(EVALUATOR.decide(request));
    assertThat(explanation.passes())
        .singleElement()
        .extracting(PassTrace::admission)
        .isEqualTo("let across tenants by grant `audit`");
  }

  @Test
  void aDecisionAcrossTenantsHoldsUntilAGrantForItsActionBeginsOrEnds() {
    var period =
        new Validity(Optional.of(FROM), Optional.of(Instant.parse("2026-03-01T00:00:00Z")));
    AccessRequest across = request(ANN, "read", ACME, Optional.empty(), WITHIN);
    AccessRequest refused = request(user("bob", "nowhere"), "read", ACME, Optional.empty(), WITHIN);
    AccessRequest within = request(user("amy", "acme"), "read", ACME, Optional.empty(), WITHIN);

    assertThat(EVALUATOR.decide(across).cacheability()).isEqualTo(Cacheability.during(period));
    assertThat(EVALUATOR.decide(refused).cacheability()).isEqualTo(Cacheability.during(period));
    assertThat(EVALUATOR.decide(within).cacheability()).isEqualTo(Cacheability.WHILE_SNAPSHOT);
  }

  @Test
  void aRoleThatComesWithAnotherCountsAndADerivedOneDoesNot() {
    var evaluator =
        new Repository()
            .with(
                "schema.yaml",
                """
                subjects: { user: { attributes: { tenant: string } } }
                resources:
                  invoice: { actions: [read], attributes: { tenant: string, owner: string } }
                """)
            .with(
                "roles.yaml",
                """
                roles: { lead: { includes: [auditor] }, auditor: {}, guest: {} }
                derived:
                  owner:
                    resources: [invoice]
                    when: resource.owner == subject.id
                    includes: [auditor]
                """)
            .with(
                "invoice.policy.yaml",
                """
                policy: invoice
                resource: invoice
                rules: [{ permit: read, id: auditor, roles: [auditor] }]
                """)
            .with(
                "grants.yaml",
                """
                grants:
                  - id: audit
                    subjects: { type: user, tenant: auditors, roles: [auditor] }
                    tenant: acme
                    resources: [invoice]
                    actions: [read]
                    until: 2026-04-01T00:00:00Z
                    because: the yearly audit
                """)
            .evaluator();
    Entity owned = new Entity("invoice", "i1", attributes("tenant", "acme", "owner", "ann"));
    assertThat(
            evaluator
                .decide(request(auditor("ann", "lead"), "read", owned, Optional.empty(), WITHIN))
                .grants())
        .containsExactly("audit");
    assertThat(
            evaluator
                .decide(request(auditor("ann", "guest"), "read", owned, Optional.empty(), WITHIN))
                .reason()
                .code())
        .as("that the resource is hers is for the rules to say, behind the guard")
        .isEqualTo(ReasonCode.TENANT_MISMATCH);
  }

  @Test
  void rolesThatCannotBeReadAreAnErrorAndStillNameTheGrant() {
    var evaluator =
        new Repository()
            .with(
                "schema.yaml",
                """
                subjects: { user: { attributes: { tenant: string } } }
                resources:
                  invoice: { actions: [read], attributes: { tenant: string } }
                """)
            .with(
                "invoice.policy.yaml",
                """
                policy: invoice
                resource: invoice
                rules: [{ permit: read, id: auditor, roles: [auditor] }]
                """)
            .with(
                "grants.yaml",
                """
                grants:
                  - id: audit
                    subjects: { type: user, tenant: auditors }
                    tenant: acme
                    resources: [invoice]
                    actions: [read]
                    until: 2026-04-01T00:00:00Z
                    because: the yearly audit
                """)
            .evaluator();
    Entity odd = new Entity("user", "ann", attributes("tenant", "auditors", "roles", 7));
    Decision decision =
        evaluator.decide(request(odd, "read", invoice("i1", "acme"), Optional.empty(), WITHIN));
    assertThat(decision.reason().code()).isEqualTo(ReasonCode.RULE_ERROR);
    assertThat(decision.grants()).containsExactly("audit");
  }

  private static Decision decide(Entity subject, String action, Entity resource, Instant now) {
    return EVALUATOR.decide(request(subject, action, resource, Optional.empty(), now));
  }

  private static Decision decideFor(Entity subject, Entity resource, Entity actor, Instant now) {
    return EVALUATOR.decide(request(subject, "read", resource, Optional.of(actor), now));
  }

  private static AccessRequest request(
      Entity subject, String action, Entity resource, Optional<Entity> actor, Instant now) {
    return new AccessRequest(subject, new Action(action), resource, Attributes.NONE, actor, now);
  }

  private static List<String> roles() {
    return List.of("auditor");
  }

  private static Entity auditor(String id, String role) {
    return new Entity("user", id, attributes("tenant", "auditors", "roles", List.of(role)));
  }

  private static Entity user(String id, String tenant) {
    return new Entity("user", id, attributes("tenant", tenant));
  }

  private static Entity invoice(String id, String tenant) {
    return new Entity("invoice", id, attributes("tenant", tenant));
  }
}
