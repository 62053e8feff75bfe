package dev.verdict.policy.snapshot;

import static dev.verdict.policy.snapshot.Repository.attributes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.verdict.policy.decision.Decision;
import dev.verdict.policy.decision.Explanation;
import dev.verdict.policy.decision.FieldGrant;
import dev.verdict.policy.decision.Match;
import dev.verdict.policy.decision.Obligation;
import dev.verdict.policy.decision.ReasonCode;
import dev.verdict.policy.decision.RuleTrace;
import dev.verdict.policy.evaluate.Evaluator;
import dev.verdict.policy.request.AccessRequest;
import dev.verdict.policy.request.Action;
import dev.verdict.policy.request.Attributes;
import dev.verdict.policy.request.Entity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What decisions mean: tenants, targets, fields, obligations, delegation, explanations. */
class DecisionSemanticsTest {

  private static final Evaluator EVALUATOR =
      new Repository()
          .with(
              "schema.yaml",
              """
              subjects:
                user: { attributes: { tenant: string } }
                agent: { attributes: { trusted: bool? } }
              resources:
                invoice:
                  actions: [read, share, approve, print, export]
                  attributes: { tenant: string, owner: string, iban: string?, note: string? }
                country:
                  tenant-isolated: false
                  actions: [read]
              """)
          .with(
              "invoice.policy.yaml",
              """
              policy: invoice
              resource: invoice
              let:
                isOwner: resource.owner == subject.id
                mayShare: isOwner && resource.id != 'secret'
              rules:
                - permit: [read, share]
                  id: owner
                  subjects: [user]
                  when: mayShare
                - permit: read
                  id: agent
                  subjects: [agent]
                  fields: { except: [note] }
                  when: subject.trusted ?? false
                - permit: read
                  id: masked
                  roles: [support, auditor]
                  fields: { except: [iban] }
                - permit: approve
                  id: approver
                  scopes: [invoices:read, invoices:approve]
                  obligations:
                    - audit: { level: required }
                    - notify
                  advice:
                    - hint: { text: check twice }
                - permit: approve
                  id: also
                  roles: [boss]
                  obligations:
                    - audit: { level: required }
                    - second
                - permit: print
                  id: prints
                  fields: [iban]
                - deny: print
                  id: hides
                  fields: [iban]
                - permit: export
                  id: exports
                - deny: export
                  id: never
                  because: invoices never leave the house
                - deny: export
                  id: never-abroad
                  roles: [traveller]
                  obligations:
                    - report
                  advice:
                    - hint: { text: ask at home }
              """)
          .with(
              "country.policy.yaml",
              """
              policy: country
              resource: country
              rules:
                - permit: read
                  id: everyone
              """)
          .with("data/agents.yaml", "subjects: { agent: { robot: { trusted: true } } }")
          .evaluator();

  private static final Entity ALICE = new Entity("user", "alice", attributes("tenant", "acme"));
  private static final Entity INVOICE = invoice("acme");

  @Test
  void anotherTenantsOwnerIsRefusedBeforeAnyRule() {
    assertThat(decide(ALICE, "read", invoice("globex")).reason().code())
        .isEqualTo(ReasonCode.TENANT_MISMATCH);
  }

  @Test
  void aMissingEmptyOrMistypedTenantIsNoTenant() {
    List<Attributes> faults =
        List.of(
            Attributes.NONE,
            attributes("tenant", ""),
            attributes("tenant", 7),
            attributes("tenant", List.of("acme")));
    for (Attributes fault : faults) {
      assertThat(decide(new Entity("user", "alice", fault), "read", INVOICE).reason().code())
          .isEqualTo(ReasonCode.TENANT_MISSING);
      Attributes owned = fault.isEmpty() ? attributes("owner", "alice") : fault;
      assertThat(decide(ALICE, "read", new Entity("invoice", "i1", owned)).reason().code())
          .isEqualTo(ReasonCode.TENANT_MISSING);
    }
    Attributes empty = attributes("tenant", "");
    assertThat(
            decide(new Entity("user", "a", empty), "read", new Entity("invoice", "i1", empty))
                .reason()
                .code())
        .isEqualTo(ReasonCode.TENANT_MISSING);
  }

  @Test
  void aSubjectTypeWithoutTenantNeverReachesIsolatedResources() {
    assertThat(decide(new Entity("agent", "robot"), "read", INVOICE).reason().code())
        .isEqualTo(ReasonCode.TENANT_MISSING);
  }

  @Test
  void aTypeThatIsNotIsolatedAsksForNoTenant() {
    assertThat(decide(new Entity("user", "x"), "read", new Entity("country", "at")).permitted())
        .isTrue();
  }

  @Test
  void whatTheSchemaDoesNotDeclareIsDeniedByName() {
    assertThat(decide(ALICE, "read", new Entity("spaceship", "1")).reason().code())
        .isEqualTo(ReasonCode.UNKNOWN_RESOURCE_TYPE);
    assertThat(decide(ALICE, "fly", INVOICE).reason().code()).isEqualTo(ReasonCode.UNKNOWN_ACTION);
    assertThat(decide(new Entity("ghost", "g"), "read", INVOICE).reason().code())
        .isEqualTo(ReasonCode.UNKNOWN_SUBJECT_TYPE);
  }

  @Test
  void theReasonNamesWhatTheSchemaDoesNotDeclareAndWhatItHas() {
    assertThat(decide(ALICE, "raed", INVOICE).reason().message())
        .isEqualTo(
            "the schema has no action `raed` on resource type `invoice`; did you mean `read`?");
    assertThat(decide(ALICE, "read", new Entity("invocie", "1")).reason().message())
        .isEqualTo("the schema has no resource type `invocie`; did you mean `invoice`?");
    assertThat(decide(new Entity("usr", "g"), "read", INVOICE).reason().message())
        .isEqualTo("the schema has no subject type `usr`; did you mean `user`?");
  }

  @Test
  void theReasonShowsNoLongOrUnprintableName() {
    assertThat(decide(ALICE, "x".repeat(200), INVOICE).reason().message())
        .isEqualTo(
            "the schema has no action `" + "x".repeat(64) + "...` on resource type `invoice`");
    assertThat(decide(ALICE, "a\u202eb\u2028c", INVOICE).reason().message())
        .isEqualTo("the schema has no action `a\ufffdb\ufffdc` on resource type `invoice`");
  }

  @Test
  void scopesMustAllBeThereAndRolesAtLeastOne() {
    assertThat(decide(user("scopes", List.of("invoices:approve")), "approve", INVOICE).permitted())
        .isFalse();
    assertThat(
            decide(
                    user("scopes", List.of("invoices:approve", "x", "invoices:read")),
                    "approve",
                    INVOICE)
                .permitted())
        .isTrue();
    assertThat(decide(user("roles", List.of("auditor")), "read", INVOICE).fields())
        .isEqualTo(FieldGrant.except(Set.of("iban")));
  }

  @Test
  void rolesThatAreNoSetOfStringsAreAnErrorAndNotNoRoles() {
    assertThat(decide(user("roles", "auditor"), "read", INVOICE).reason().code())
        .isEqualTo(ReasonCode.RULE_ERROR);
    assertThat(decide(user("scopes", List.of(1)), "approve", INVOICE).reason().code())
        .isEqualTo(ReasonCode.RULE_ERROR);
  }

  @Test
  void obligationsComeFromEveryMatchingRuleOfTheWinningEffectOnce() {
    Decision decision =
        decide(
            user("roles", List.of("boss"), "scopes", List.of("invoices:read", "invoices:approve")),
            "approve",
            INVOICE);
    assertThat(decision.obligations())
        .containsExactly(
            new Obligation("audit", attributes("level", "required")),
            new Obligation("notify", Attributes.NONE),
            new Obligation("second", Attributes.NONE));
    assertThat(decision.advice())
        .containsExactly(new Obligation("hint", attributes("text", "check twice")));
  }

  @Test
  void everyMatchingDenyHasItsObligationsAndAdvice() {
    Decision decision = decide(user("roles", List.of("traveller")), "export", INVOICE);
    assertThat(decision.reason().message()).isEqualTo("invoices never leave the house");
    assertThat(decision.obligations()).extracting(Obligation::id).containsExactly("report");
    assertThat(decision.advice()).extracting(Obligation::id).containsExactly("hint");
  }

  @Test
  void whatASubjectTypeTakesFromItsDataOnlyAnotherMayBring() {
    var robot = new Entity("agent", "x", attributes("trusted", true));
    var user = new Entity("user", "x", attributes("trusted", true));
    Evaluator evaluator =
        new Repository()
            .with(
                "schema.yaml",
                """
                subjects:
                  agent: { attributes: { trusted: { type: "bool?", from: [data] } } }
                  user: { attributes: { trusted: "bool?" } }
                resources:
                  page: { tenant-isolated: false, actions: [read] }
                """)
            .with(
                "page.policy.yaml",
                """
                policy: page
                resource: page
                rules:
                  - permit: read
                    id: trusted
                    when: has(subject.trusted) && subject.trusted
                """)
            .evaluator();
    var page = new Entity("page", "p1");
    assertThat(evaluator.decide(request(user, "read", page, Optional.empty())).permitted())
        .isTrue();
    assertThat(evaluator.decide(request(robot, "read", page, Optional.empty())).permitted())
        .isFalse();
  }

  @Test
  void matchingPermitsAddUpAndADenyOfFieldsTakesAway() {
    assertThat(decide(owner("roles", List.of("support")), "read", INVOICE).fields().isAll())
        .isTrue();
    assertThat(decide(ALICE, "print", INVOICE).reason().code())
        .isEqualTo(ReasonCode.NO_FIELDS_LEFT);
  }

  @Test
  void aDenyOverridesAndSaysWhyInTheAuthorsWords() {
    Decision decision = decide(ALICE, "export", INVOICE);
    assertThat(decision.permitted()).isFalse();
    assertThat(decision.reason().message()).isEqualTo("invoices never leave the house");
    assertThat(decision.reason().rule().orElseThrow().toString())
        .isEqualTo("rule `never` (invoice.policy.yaml:42)");
    assertThat(decision.revision()).isEqualTo("r1");
  }

  @Test
  void whoActsForASubjectMayDoOnlyWhatBothMay() {
    Entity robot = new Entity("agent", "robot");
    Entity stranger = new Entity("agent", "stranger");
    assertThat(decideFor(ALICE, "read", robot).permitted()).isTrue();
    assertThat(decideFor(ALICE, "read", robot).fields())
        .isEqualTo(FieldGrant.except(Set.of("note")));
    assertThat(decideFor(ALICE, "read", stranger).permitted()).isFalse();
    assertThat(decideFor(ALICE, "share", robot).permitted()).isFalse();
    assertThat(
            decideFor(new Entity("user", "eve", attributes("tenant", "acme")), "read", robot)
                .permitted())
        .isFalse();
    assertThat(
            decideFor(ALICE, "read", new Entity("user", "alice", attributes("tenant", "globex")))
                .reason()
                .code())
        .isEqualTo(ReasonCode.TENANT_MISMATCH);
  }

  @Test
  void subjectAndActorNeedAPropertyThatBothMayTouch() {
    Evaluator evaluator =
        new Repository()
            .with(
                "schema.yaml",
                """
                subjects:
                  agent: {}
                  user: {}
                resources:
                  page:
                    tenant-isolated: false
                    actions: [read]
                    attributes: { title: "string?", text: "string?" }
                """)
            .with(
                "page.policy.yaml",
                """
                policy: page
                resource: page
                rules:
                  - permit: read
                    id: users-read-titles
                    subjects: [user]
                    fields: [title]
                  - permit: read
                    id: agents-read-texts
                    subjects: [agent]
                    fields: [text]
                """)
            .evaluator();
    Decision decision =
        evaluator.decide(
            request(
                new Entity("user", "ann"),
                "read",
                new Entity("page", "p1"),
                Optional.of(new Entity("agent", "bot"))));
    assertThat(decision.permitted()).isFalse();
    assertThat(decision.reason().code()).isEqualTo(ReasonCode.NO_FIELDS_LEFT);
  }

  @Test
  void anExplanationNamesThePartThatSaidNo() {
    Explanation explanation =
        EVALUATOR.explain(
            request(
                new Entity("user", "bob", attributes("tenant", "acme")),
                "read",
                INVOICE,
                Optional.empty()));
    assertThat(explanation.decision().reason().code()).isEqualTo(ReasonCode.NO_RULE_MATCHED);
    assertThat(explanation.rules()).extracting(RuleTrace::match).containsOnly(Match.NOT_MATCHED);
    RuleTrace owner = explanation.rules().get(0);
    assertThat(owner.detail()).contains("`resource.owner == subject.id` is false");
    assertThat(owner.file() + ":" + owner.line()).isEqualTo("invoice.policy.yaml:4");
    assertThat(explanation.rules().get(1).detail()).contains("the rule speaks of `agent` subjects");
    assertThat(explanation.rules().get(2).detail())
        .contains("the subject has none of the roles `auditor`, `support`");
  }

  @Test
  void anExplanationNamesTheScopesThatAreLacking() {
    Explanation explanation =
        EVALUATOR.explain(
            request(
                user("scopes", List.of("invoices:read")), "approve", INVOICE, Optional.empty()));
    assertThat(explanation.rules().get(0).detail())
        .contains("the subject lacks one of the scopes `invoices:approve`, `invoices:read`");
  }

  private static Decision decide(Entity subject, String action, Entity resource) {
    return EVALUATOR.decide(request(subject, action, resource, Optional.empty()));
  }

  private static Decision decideFor(Entity subject, String action, Entity actor) {
    return EVALUATOR.decide(request(subject, action, INVOICE, Optional.of(actor)));
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

  private static Entity user(Object... attributes) {
    return new Entity("user", "carol", withTenant(attributes));
  }

  private static Entity owner(Object... attributes) {
    return new Entity("user", "alice", withTenant(attributes));
  }

  private static Attributes withTenant(Object... attributes) {
    var all = new ArrayList<Object>(List.of("tenant", "acme"));
    all.addAll(List.of(attributes));
    return attributes(all.toArray());
  }

  private static Entity invoice(String tenant) {
    return new Entity("invoice", "i1", attributes("tenant", tenant, "owner", "alice"));
  }
}
