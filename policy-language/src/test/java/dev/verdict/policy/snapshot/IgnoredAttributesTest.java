package dev.verdict.policy.snapshot;

import static dev.verdict.policy.snapshot.Repository.attributes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.verdict.policy.decision.Explanation;
import dev.verdict.policy.decision.ExplanationText;
import dev.verdict.policy.evaluate.Evaluator;
import dev.verdict.policy.request.AccessRequest;
import dev.verdict.policy.request.Action;
import dev.verdict.policy.request.Attributes;
import dev.verdict.policy.request.Entitlement;
import dev.verdict.policy.request.Entity;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** An explanation names what a request says in vain, and shows no value of it. */
class IgnoredAttributesTest {

  private static final Evaluator EVALUATOR =
      new Repository()
          .with(
              "schema.yaml",
              """
              subjects:
                user: { attributes: { tenant: string, level: int? } }
                agent: { attributes: { tenant: string } }
              resources:
                invoice:
                  actions: [read]
                  attributes: { tenant: string, owner: string, amount: int?, note: string? }
              """)
          .with(
              "invoice.policy.yaml",
              """
              policy: invoice
              resource: invoice
              rules:
                - permit: read
                  id: owner
                  when: resource.owner == subject.id || resource.owner == 'anybody'
                - { permit: read, id: agents, subjects: [agent], scopes: [read] }
                - permit: read
                  id: noted
                  subjects: [user]
                  when: (resource.note ?? '') == 'hush' && (subject.level ?? 0) > 3
              """)
          .with(
              "data/all.yaml",
              """
              subjects:
                user: { alice: { level: 4711 } }
                agent: { robot: { scopes: [read, secret-scope] } }
              resources:
                invoice: { g1: { tenant: globex, owner: gina }, a1: { tenant: acme, owner: carol, note: secret } }
              """)
          .evaluator();

  private static final Entity ALICE =
      new Entity("user", "alice", attributes("tenant", "acme", "level", 9));

  @Test
  void whatIsSaidInVainIsNamedWithoutAnyValue() {
    Explanation explanation =
        EVALUATOR.explain(
            request(new Entity("invoice", "a1", attributes("owner", "alice", "amount", 3))));

    assertThat(explanation.ignored()).hasToString("[resource.owner, subject.level]");
    assertThat(ExplanationText.tree(explanation))
        .contains("├── ignored: resource.owner, since it is stored\n")
        .contains("├── ignored: subject.level, since it is stored\n")
        .doesNotContain("carol", "4711", "secret");
  }

  /** Else a caller could guess what is stored, one value after the other. */
  @Test
  void theSameIsNamedWhetherOrNotItIsWhatIsStored() {
    for (String owner : new String[] {"carol", "dave"}) {
      assertThat(
              EVALUATOR
                  .explain(request(new Entity("invoice", "a1", attributes("owner", owner))))
                  .ignored())
          .hasToString("[resource.owner, subject.level]");
    }
  }

  @Test
  void anotherTenantThanIsStoredIsNamedToo() {
    Explanation explanation =
        EVALUATOR.explain(request(new Entity("invoice", "g1", attributes("tenant", "acme"))));

    assertThat(ExplanationText.tree(explanation))
        .contains("ignored: resource.tenant, since it is stored")
        .doesNotContain("globex", "gina");
  }

  @Test
  void whatReplacesTheStoredIsNotNamed() {
    AccessRequest request =
        request(new Entity("invoice", "a1", attributes("owner", "alice"))).with(Entitlement.FULL);

    assertThat(EVALUATOR.explain(request).ignored()).isEmpty();
  }

  @Test
  void ofAnActorItIsNamedAsTheActors() {
    var robot =
        new Entity("agent", "robot", attributes("tenant", "acme", "scopes", List.of("read")));
    var request =
        new AccessRequest(
            new Entity("user", "carol", attributes("tenant", "acme")),
            new Action("read"),
            new Entity("invoice", "a1"),
            Attributes.NONE,
            Optional.of(robot),
            Instant.EPOCH);

    assertThat(EVALUATOR.explain(request).ignored()).hasToString("[actor.scopes]");
  }

  private static AccessRequest request(Entity invoice) {
    return new AccessRequest(ALICE, new Action("read"), invoice, Attributes.NONE, Instant.EPOCH);
  }
}
