package dev.verdict.policy.snapshot;

import static dev.verdict.policy.snapshot.Repository.attributes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.verdict.policy.decision.Decision;
import dev.verdict.policy.decision.ReasonCode;
import dev.verdict.policy.evaluate.Evaluator;
import dev.verdict.policy.request.AccessRequest;
import dev.verdict.policy.request.Action;
import dev.verdict.policy.request.Attributes;
import dev.verdict.policy.request.Entitlement;
import dev.verdict.policy.request.Entity;
import dev.verdict.policy.request.RequestAttribute.Part;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What counts where a request says something of an entity of which something is stored. */
class StoredAndAssertedTest {

  private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");
  private static final Entity ALICE = user("tenant", "acme");

  private static final Evaluator EVALUATOR =
      new Repository()
          .with(
              "schema.yaml",
              """
              subjects:
                user: { attributes: { tenant: string } }
                agent: {}
              resources:
                invoice:
                  actions: [read, pay, peek, send]
                  attributes: { tenant: string, owner: string, note: string? }
                page:
                  tenant-isolated: false
                  actions: [read]
                  attributes: { tenant: string }
              """)
          .with(
              "invoice.policy.yaml",
              """
              policy: invoice
              resource: invoice
              rules:
                - { permit: read, id: anybody }
                - { permit: pay, id: owner, subjects: [user], when: resource.owner == subject.id }
                - { permit: peek, id: noted, when: has(resource.note) }
                - { permit: send, id: sends, scopes: [invoice:send] }
              """)
          .with(
              "page.policy.yaml",
              """
              policy: page
              resource: page
              rules: [{ permit: read, id: same, subjects: [user], when: "resource.tenant == subject.tenant" }]
              """)
          .with(
              "data/all.yaml",
              """
              subjects:
                user: { stored: { tenant: acme, scopes: [invoice:send] } }
                agent: { reader: { scopes: [invoice:read] }, none: { scopes: null } }
              resources:
                invoice:
                  g1: { tenant: globex, owner: gina }
                  a1: { tenant: acme, owner: alice, note: null }
                page: { p1: { tenant: globex } }
              """)
          .evaluator();

  @Test
  void nobodyMayNameAnotherTenantOfAResourceThanIsStored() {
    AccessRequest attack = request("read", ALICE, invoice("g1", "tenant", "acme"));

    for (Entitlement rights : List.of(Entitlement.ORDINARY, Entitlement.FULL)) {
      assertThat(code(attack.with(rights))).isEqualTo(ReasonCode.TENANT_MISMATCH);
    }
    assertThat(code(request("read", ALICE, invoice("a1", "tenant", "acme"))))
        .isEqualTo(ReasonCode.PERMITTED);
    assertThat(code(request("read", ALICE, invoice("new", "tenant", "acme"))))
        .isEqualTo(ReasonCode.PERMITTED);
  }

  @Test
  void nobodyMayNameAnotherTenantOfASubjectThanIsStored() {
    var stored = new Entity("user", "stored", attributes("tenant", "globex"));

    for (Entitlement rights : List.of(Entitlement.ORDINARY, Entitlement.FULL)) {
      assertThat(code(request("read", stored, invoice("g1")).with(rights)))
          .isEqualTo(ReasonCode.TENANT_MISMATCH);
    }
  }

  @Test
  void whatIsStoredCountsUnlessTheCallerMayReplaceIt() {
    AccessRequest asserted =
        request("pay", ALICE, invoice("a1", "tenant", "acme", "owner", "somebody"));
    AccessRequest attack =
        request(
            "pay",
            new Entity("user", "bob", attributes("tenant", "acme")),
            invoice("a1", "owner", "bob"));

    assertThat(decide(asserted).permitted()).isTrue();
    assertThat(decide(asserted.with(Entitlement.FULL)).permitted()).isFalse();
    assertThat(decide(asserted.with(replacing(Part.SUBJECT))).permitted()).isTrue();
    assertThat(decide(attack).permitted()).isFalse();
    assertThat(decide(attack.with(replacing(Part.RESOURCE))).permitted()).isTrue();
  }

  @Test
  void aStoredNullIsNotFilled() {
    AccessRequest request = request("peek", ALICE, invoice("a1", "note", "x"));

    assertThat(code(request)).isEqualTo(ReasonCode.NO_RULE_MATCHED);
    assertThat(code(request.with(replacing(Part.RESOURCE)))).isEqualTo(ReasonCode.PERMITTED);
    assertThat(code(request("peek", ALICE, invoice("a2", "tenant", "acme", "note", "x"))))
        .isEqualTo(ReasonCode.PERMITTED);
  }

  @Test
  void whereTenantsAreNotKeptApartTheStoredOneCountsLikeAnyAttribute() {
    AccessRequest request =
        request("read", ALICE, new Entity("page", "p1", attributes("tenant", "acme")));

    assertThat(decide(request).permitted()).isFalse();
    assertThat(decide(request.with(replacing(Part.RESOURCE))).permitted()).isTrue();
  }

  @Test
  void anActorHasTheScopesThatAreStoredOfIt() {
    AccessRequest sends =
        request("send", user("tenant", "acme", "scopes", List.of("invoice:send")), invoice("a1"));

    assertThat(decide(sends).permitted()).isTrue();
    assertThat(decide(by(sends, "stranger")).permitted()).isTrue();
    assertThat(decide(by(sends, "reader")).permitted()).isFalse();
    assertThat(decide(by(sends, "none")).permitted()).isFalse();
  }

  @Test
  void anActorWithoutScopesHasThoseThatAreStoredOfTheSubject() {
    AccessRequest sends = request("send", new Entity("user", "stored"), invoice("a1"));

    assertThat(decide(sends).permitted()).isTrue();
    assertThat(decide(by(sends, "stranger")).permitted()).isTrue();
    assertThat(decide(by(sends, "reader")).permitted()).isFalse();
  }

  @Test
  void anActorsOwnWordIsNoMoreThanItsCallerMayReplace() {
    AccessRequest sends = request("send", new Entity("user", "stored"), invoice("a1"));
    AccessRequest claiming =
        acting(sends, new Entity("agent", "reader", attributes("scopes", List.of("invoice:send"))));

    assertThat(decide(claiming).permitted()).isFalse();
    assertThat(decide(claiming.with(replacing(Part.SUBJECT))).permitted()).isFalse();
    assertThat(decide(claiming.with(replacing(Part.ACTOR))).permitted()).isTrue();
  }

  @Test
  void aCallerMayBeKeptToSomeTenants() {
    var acme = new Entitlement(Set.of(), Optional.of(Set.of("acme")));
    Entity gina = user("tenant", "globex");

    assertThat(code(request("read", ALICE, invoice("a1")).with(acme)))
        .isEqualTo(ReasonCode.PERMITTED);
    assertThat(code(request("read", gina, invoice("g1")).with(acme)))
        .isEqualTo(ReasonCode.NOT_ENTITLED);
    assertThat(code(request("read", gina, invoice("new", "tenant", "globex")).with(acme)))
        .isEqualTo(ReasonCode.NOT_ENTITLED);
  }

  private static Entitlement replacing(Part part) {
    return new Entitlement(Set.of(part), Optional.empty());
  }

  private static AccessRequest by(AccessRequest request, String agent) {
    return acting(request, new Entity("agent", agent));
  }

  private static AccessRequest acting(AccessRequest request, Entity actor) {
    return new AccessRequest(
        request.subject(),
        request.action(),
        request.resource(),
        request.context(),
        Optional.of(actor),
        request.now(),
        request.entitlement());
  }

  private static Entity user(Object... namesAndValues) {
    return new Entity("user", "alice", attributes(namesAndValues));
  }

  private static Entity invoice(String id, Object... namesAndValues) {
    return new Entity("invoice", id, attributes(namesAndValues));
  }

  private static AccessRequest request(String action, Entity subject, Entity resource) {
    return new AccessRequest(subject, new Action(action), resource, Attributes.NONE, NOW);
  }

  private static ReasonCode code(AccessRequest request) {
    return decide(request).reason().code();
  }

  private static Decision decide(AccessRequest request) {
    return EVALUATOR.decide(request);
  }
}
