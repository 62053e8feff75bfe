package dev.verdict.policy.snapshot;

import static dev.verdict.policy.snapshot.Repository.attributes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.verdict.policy.decision.Decision;
import dev.verdict.policy.decision.PartialDecision;
import dev.verdict.policy.decision.ReasonCode;
import dev.verdict.policy.evaluate.Evaluator;
import dev.verdict.policy.request.AccessRequest;
import dev.verdict.policy.request.Action;
import dev.verdict.policy.request.Attributes;
import dev.verdict.policy.request.Entity;
import dev.verdict.policy.request.Knowledge;
import dev.verdict.policy.request.RequestAttribute;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What a decision waits for where something is unknown, and what not. */
class PartialDecisionTest {

  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  private static final Evaluator EVALUATOR =
      new Repository()
          .with(
              "schema.yaml",
              """
              subjects:
                user:
                  attributes: { tenant: string, level: int? }
                agent: { attributes: { level: int? } }
              context: { risk: int? }
              resources:
                report:
                  tenant-isolated: false
                  actions: [read, share, print, export, list, file]
                  attributes:
                    owner: string?
                    locked: bool?
                    kind: string?
                    hits: list<int>
                invoice:
                  actions: [read, share]
                  attributes: { tenant: string, owner: string? }
              """)
          .with(
              "report.policy.yaml",
              """
              policy: report
              resource: report
              rules:
                - deny: read
                  id: locked
                  when: resource.locked ?? false
                - permit: read
                  id: leveled
                  when: (subject.level ?? 0) > 3
                - permit: share
                  id: everybody
                - permit: share
                  id: owner
                  when: (resource.owner ?? '') == subject.id
                  obligations:
                    - audit
                - permit: print
                  roles: [printer]
                  id: printer
                  when: (context.risk ?? 0) < 3
                - permit: export
                  id: export
                  scopes: [reports:export]
                  obligations:
                    - stamp: { text: { expression: "resource.owner ?? 'nobody'" } }
                - permit: list
                  id: hits
                  when: any(resource.hits, x, x > (subject.level ?? 0))
                - permit: file
                  id: letters
                  when: (resource.kind ?? '') == 'letter'
                - permit: file
                  id: faxes
                  when: (resource.kind ?? '') == 'fax'
                - permit: file
                  id: forms
                  when: (resource.kind ?? '') == 'form' && (context.risk ?? 0) < 3
              """)
          .with(
              "invoice.policy.yaml",
              """
              policy: invoice
              resource: invoice
              rules:
                - permit: read
                  id: anybody
                - permit: share
                  id: levels
                  when: (subject.level ?? 0) > 3
              """)
          .with(
              "tenants/acme/invoice.policy.yaml",
              """
              policy: acme-invoice
              resource: invoice
              rules:
                - deny: read
                  id: own
                  when: (resource.owner ?? '') != subject.id
              """)
          .with(
              "grants.yaml",
              """
              grants:
                - id: helpers
                  subjects: { type: user, tenant: globex, roles: [helper] }
                  tenant: initech
                  resources: [invoice]
                  actions: [read]
                  from: 2026-01-01T00:00:00Z
                  until: 2026-12-31T00:00:00Z
                  because: they help
              """)
          .evaluator();

  @Test
  void aDenyDoesNotWaitForPermits() {
    assertThat(
            decide(request("read", report("locked", true)), "subject.level").decision().permitted())
        .isFalse();
  }

  @Test
  void aPermitWaitsForDenies() {
    AccessRequest request = request("read", report());

    assertThat(needed(request.asSubject(user("level", 9)), "resource.locked"))
        .containsExactly("resource.locked");
    assertThat(needed(request, "resource.locked", "subject.level"))
        .containsExactlyInAnyOrder("resource.locked", "subject.level");
  }

  @Test
  void aPermitWaitsForOthersThatWouldAddObligations() {
    AccessRequest request = request("share", report());

    assertThat(needed(request, "resource.owner")).containsExactly("resource.owner");
    assertThat(decide(request, "subject.level").decision().obligations()).isEmpty();
  }

  @Test
  void aRuleWhoseTargetDoesNotFitIsNotWaitedFor() {
    AccessRequest request = request("print", report());

    assertThat(decide(request.asSubject(user("roles", List.of("cook"))), "context.risk").decision())
        .extracting(Decision::permitted)
        .isEqualTo(false);
    assertThat(needed(request.asSubject(user("roles", List.of("printer"))), "context.risk"))
        .containsExactly("context.risk");
  }

  @Test
  void rolesAndScopesAreWaitedForOnlyByRulesThatSpeakOfThem() {
    assertThat(needed(request("print", report()), "subject.roles", "subject.scopes"))
        .containsExactly("subject.roles");
    assertThat(needed(request("export", report()), "subject.roles", "subject.scopes"))
        .containsExactly("subject.scopes");
    assertThat(decide(request("share", report()), "subject.roles", "subject.scopes").decision())
        .extracting(Decision::permitted)
        .isEqualTo(true);
  }

  @Test
  void anObligationWaitsForWhatItIsMadeOf() {
    AccessRequest request = request("export", report());

    assertThat(
            needed(request.asSubject(user("scopes", List.of("reports:export"))), "resource.owner"))
        .containsExactly("resource.owner");
    assertThat(decide(request.asSubject(user("scopes", List.of())), "resource.owner").decision())
        .extracting(Decision::permitted)
        .isEqualTo(false);
  }

  @Test
  void rulesThatAreFoundByAnUnknownValueAreAllAsked() {
    AccessRequest request = request("file", report());

    assertThat(needed(request, "resource.kind")).containsExactly("resource.kind");
    assertThat(needed(request, "resource.kind", "context.risk")).contains("context.risk");
    assertThat(decide(request("file", report("kind", "fax")), "context.risk").decision())
        .extracting(Decision::permitted)
        .isEqualTo(true);
  }

  @Test
  void onceAllIsLearnedItIsTheDecisionOfAlways() {
    AccessRequest request = request("read", report("locked", false));

    assertThat(EVALUATOR.decide(request, Knowledge.COMPLETE))
        .isEqualTo(new PartialDecision.Decided(EVALUATOR.decide(request)));
    assertThat(decide(request).decision()).isEqualTo(EVALUATOR.decide(request));
  }

  /** With more known it may take fewer steps. */
  @Test
  void stepsCountInTheLastRoundOnly() {
    AccessRequest request = request("list", report("hits", Collections.nCopies(200_000, 5)));

    assertThat(needed(request, "subject.level")).containsExactly("subject.level");
    assertThat(EVALUATOR.decide(request.asSubject(user("level", 3))).permitted()).isTrue();
    assertThat(EVALUATOR.decide(request.asSubject(user("level", 7))).reason().code())
        .isEqualTo(ReasonCode.BUDGET_EXCEEDED);
  }

  @Test
  void theTenantGuardWaitsForBothTenantsAndNoRuleIsAskedBefore() {
    AccessRequest request = request("share", new Entity("invoice", "i1"));

    assertThat(needed(request, "subject.tenant", "resource.tenant", "subject.level"))
        .containsExactlyInAnyOrder("subject.tenant", "resource.tenant");
    assertThat(decide(request, "subject.tenant", "subject.level").decision().reason().code())
        .isEqualTo(ReasonCode.TENANT_MISSING);
  }

  @Test
  void aTenantsOwnRulesAreWaitedForOnItsResourcesOnly() {
    assertThat(
            needed(
                request("read", invoice("acme")).asSubject(user("tenant", "acme")),
                "resource.owner"))
        .containsExactly("resource.owner");
    assertThat(
            decide(
                    request("read", invoice("globex")).asSubject(user("tenant", "globex")),
                    "resource.owner")
                .decision()
                .permitted())
        .isTrue();
  }

  @Test
  void aGrantWaitsForTheRolesThatItIsBoundTo() {
    AccessRequest request = request("read", invoice("initech")).asSubject(user("tenant", "globex"));

    assertThat(needed(request, "subject.roles")).containsExactly("subject.roles");
    assertThat(
            decide(
                    request("share", invoice("initech")).asSubject(user("tenant", "globex")),
                    "subject.roles")
                .decision()
                .reason()
                .code())
        .isEqualTo(ReasonCode.TENANT_MISMATCH);
  }

  @Test
  void anActorIsAskedAboutOnceItsSubjectIsPermitted() {
    AccessRequest request =
        acting(request("read", report("locked", false)).asSubject(user("level", 9)), "user");

    assertThat(needed(request, "actor.level")).containsExactly("actor.level");
    assertThat(
            decide(acting(request("read", report("locked", true)), "user"), "actor.level")
                .decision()
                .permitted())
        .isFalse();
  }

  @Test
  void anActorWaitsForTheScopesThatItMayHaveOfItsSubject() {
    AccessRequest request = request("export", report());
    AccessRequest scoped = request.asSubject(user("scopes", List.of("reports:export")));

    assertThat(needed(acting(scoped, "agent"), "actor.scopes")).containsExactly("actor.scopes");
    assertThat(decide(acting(scoped, "agent")).decision().permitted()).isTrue();
    assertThat(needed(acting(request, "agent"), "subject.scopes"))
        .containsExactly("subject.scopes");
  }

  private static Set<String> needed(AccessRequest request, String... unknown) {
    assertThat(answer(request, unknown)).isInstanceOf(PartialDecision.Undecided.class);
    return ((PartialDecision.Undecided) answer(request, unknown))
        .needed().stream().map(RequestAttribute::toString).collect(Collectors.toSet());
  }

  private static PartialDecision.Decided decide(AccessRequest request, String... unknown) {
    assertThat(answer(request, unknown)).isInstanceOf(PartialDecision.Decided.class);
    return (PartialDecision.Decided) answer(request, unknown);
  }

  private static PartialDecision answer(AccessRequest request, String... unknown) {
    return EVALUATOR.decide(request, attribute -> List.of(unknown).contains(attribute.toString()));
  }

  private static AccessRequest request(String action, Entity resource) {
    return new AccessRequest(user(), new Action(action), resource, Attributes.NONE, NOW);
  }

  private static AccessRequest acting(AccessRequest request, String type) {
    return new AccessRequest(
        request.subject(),
        request.action(),
        request.resource(),
        request.context(),
        Optional.of(new Entity(type, "somebody")),
        request.now());
  }

  private static Entity user(Object... attributes) {
    return new Entity("user", "ann", attributes(attributes));
  }

  private static Entity report(Object... attributes) {
    return new Entity("report", "r1", attributes(attributes));
  }

  private static Entity invoice(String tenant) {
    return new Entity("invoice", "i1", attributes("tenant", tenant));
  }
}
