package dev.verdict.policy.snapshot;

import static dev.verdict.policy.snapshot.Repository.attributes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.verdict.policy.decision.Explanation;
import dev.verdict.policy.decision.ExplanationText;
import dev.verdict.policy.decision.GrantTrace;
import dev.verdict.policy.decision.PassTrace;
import dev.verdict.policy.evaluate.Evaluator;
import dev.verdict.policy.request.AccessRequest;
import dev.verdict.policy.request.Action;
import dev.verdict.policy.request.Attributes;
import dev.verdict.policy.request.Entity;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Where the tenant guard refuses: what an explanation says of the grants between the tenants. */
class ClosedWayTest {

  private static final Instant WITHIN = Instant.parse("2026-02-01T00:00:00Z");

  private static final Evaluator EVALUATOR =
      new Repository()
          .with(
              "schema.yaml",
              """
              subjects:
                user: { attributes: { tenant: string, roles: set<string>? } }
                service: { attributes: { tenant: string } }
                agent: {}
              resources:
                invoice: { actions: [read, share], attributes: { tenant: string } }
                report: { actions: [read], attributes: { tenant: string } }
              """)
          .with(
              "invoice.policy.yaml",
              "{ policy: invoice, resource: invoice, rules: [{ permit: read, id: everybody }] }")
          .with(
              "grants.yaml",
              """
              grants:
                - id: audit
                  subjects: { type: user, tenant: auditors, ids: [ann], roles: [lead, auditor] }
                  tenant: acme
                  resources: [invoice]
                  actions: [read]
                  from: 2026-01-01T00:00:00Z
                  until: 2026-04-01T00:00:00Z
                  because: the yearly audit
                - id: back
                  subjects: { type: user, tenant: acme }
                  tenant: auditors
                  resources: [report]
                  actions: [read]
                  until: 2026-04-01T00:00:00Z
                  because: what the auditors report
                - id: elsewhere
                  subjects: { type: user, tenant: globex }
                  tenant: acme
                  resources: [invoice]
                  actions: [read]
                  until: 2026-04-01T00:00:00Z
                  because: of no interest to auditors
              """)
          .evaluator();

  private static final Entity ANN = user("ann", "auditors", "auditor");
  private static final Entity INVOICE = of("invoice", "acme");

  private static Entity user(String id, String tenant, String role) {
    return new Entity("user", id, attributes("tenant", tenant, "roles", List.of(role)));
  }

  private static Entity of(String type, String tenant) {
    return new Entity(type, "x-1", attributes("tenant", tenant));
  }

  private static Explanation explain(
      Entity subject, String action, Entity resource, Instant now, Entity... actor) {
    return EVALUATOR.explain(
        new AccessRequest(
            subject,
            new Action(action, Attributes.NONE),
            resource,
            Attributes.NONE,
            Stream.of(actor).findFirst(),
            now));
  }

  private static List<GrantTrace> ofLastPass(Explanation explanation) {
    List<PassTrace> passes = explanation.passes();
    return passes.get(passes.size() - 1).closedWays();
  }

  /** Of the grant {@code audit}. */
  private static List<String> obstacles(
      Entity subject, String action, Entity resource, Instant now, Entity... actor) {
    return ofLastPass(explain(subject, action, resource, now, actor)).stream()
        .filter(trace -> trace.grant().equals("audit"))
        .flatMap(trace -> trace.obstacles().stream())
        .toList();
  }

  @Test
  void everyGrantBetweenTheTwoTenantsIsNamed() {
    assertThat(ofLastPass(explain(ANN, "share", INVOICE, WITHIN)))
        .containsExactly(
            new GrantTrace("audit", List.of("it is not for this action, but for `read`")),
            new GrantTrace("back", List.of("it leads the other way")));
    assertThat(ofLastPass(explain(user("bob", "globex", "x"), "share", INVOICE, WITHIN)))
        .extracting(GrantTrace::grant)
        .containsExactly("elsewhere");
    assertThat(ofLastPass(explain(user("bob", "initech", "x"), "read", INVOICE, WITHIN))).isEmpty();
  }

  @Test
  void eachThingThatDoesNotFitIsAnObstacle() {
    assertThat(obstacles(ANN, "read", of("report", "acme"), WITHIN))
        .containsExactly("it is not for this resource type, but for `invoice`");
    assertThat(obstacles(of("service", "auditors"), "read", INVOICE, WITHIN))
        .containsExactly(
            "it is not for this subject type, but for `user`",
            "it names other subjects",
            "the subject has none of the roles `auditor`, `lead`");
    assertThat(obstacles(user("eve", "auditors", "lead"), "read", INVOICE, WITHIN))
        .containsExactly("it names other subjects");
    assertThat(obstacles(user("ann", "auditors", "guest"), "read", INVOICE, WITHIN))
        .containsExactly("the subject has none of the roles `auditor`, `lead`");
  }

  @Test
  void rolesThatAreNoSetAreAnObstacle() {
    var ann = new Entity("user", "ann", attributes("tenant", "auditors", "roles", "auditor"));
    assertThat(obstacles(ann, "read", INVOICE, WITHIN))
        .containsExactly("the roles: `subject.roles` is not a `set<string>`");
  }

  @Test
  void aGrantIsNotYetOrNoLongerValid() {
    Instant from = Instant.parse("2026-01-01T00:00:00Z");
    Instant until = Instant.parse("2026-04-01T00:00:00Z");

    assertThat(obstacles(ANN, "read", INVOICE, from.minusNanos(1)))
        .containsExactly("it is not yet valid, but from 2026-01-01T00:00:00Z");
    assertThat(obstacles(ANN, "read", INVOICE, until))
        .containsExactly("it has expired at 2026-04-01T00:00:00Z");
    for (Instant valid : List.of(from, until.minusNanos(1))) {
      Explanation explanation = explain(ANN, "read", INVOICE, valid);
      assertThat(explanation.decision().grants()).containsExactly("audit");
      assertThat(ofLastPass(explanation)).isEmpty();
    }
  }

  @Test
  void whoActsForASubjectHasItsOwnClosedWays() {
    assertThat(obstacles(ANN, "read", INVOICE, WITHIN, of("service", "auditors")))
        .contains("it is not for this subject type, but for `user`");
    assertThat(obstacles(ANN, "read", INVOICE, WITHIN, new Entity("agent", "robot")))
        .as("who has no tenant acts in its subject's")
        .contains("it is not for this subject type, but for `user`");
  }

  @Test
  void withoutATenantThereIsNoWayToBeClosed() {
    assertThat(ofLastPass(explain(new Entity("agent", "robot"), "read", INVOICE, WITHIN)))
        .isEmpty();
    assertThat(ofLastPass(explain(ANN, "read", new Entity("invoice", "i-1"), WITHIN))).isEmpty();
    assertThat(ofLastPass(explain(user("ann", "", "auditor"), "read", INVOICE, WITHIN))).isEmpty();
  }

  @Test
  void theTreeShowsThemBelowTheGuard() {
    assertThat(
            ExplanationText.tree(
                explain(user("eve", "auditors", "guest"), "share", INVOICE, WITHIN)))
        .isEqualTo(
            """
            deny: the subject and the resource belong to different tenants
            ├── the subject and the resource belong to different tenants
            │   ├── grant `audit` does not apply: it is not for this action, but for `read`; \
            it names other subjects; the subject has none of the roles `auditor`, `lead`
            │   └── grant `back` does not apply: it leads the other way
            └── no rule is asked
            """);
  }

  @Test
  void nothingOfTheRequestIsTold() {
    Explanation explanation =
        explain(user("a-secret", "auditors", "a-secret"), "read", INVOICE, WITHIN);

    assertThat(ExplanationText.tree(explanation)).contains("audit").doesNotContain("secret");
    assertThat(ofLastPass(explanation).toString()).doesNotContain("ann");
  }
}
