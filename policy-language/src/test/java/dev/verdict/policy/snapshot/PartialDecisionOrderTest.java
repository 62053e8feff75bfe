package dev.verdict.policy.snapshot;

import static dev.verdict.policy.snapshot.Repository.attributes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.verdict.policy.decision.Decision;
import dev.verdict.policy.decision.PartialDecision;
import dev.verdict.policy.evaluate.Evaluator;
import dev.verdict.policy.request.AccessRequest;
import dev.verdict.policy.request.Action;
import dev.verdict.policy.request.Attributes;
import dev.verdict.policy.request.Entity;
import dev.verdict.policy.request.RequestAttribute;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What stands first in the repository is waited for, though something later is certain. */
class PartialDecisionOrderTest {

  private static final String SCHEMA =
      """
      subjects:
        user: { attributes: { tenant: string } }
        agent: {}
      context: { risk: int? }
      resources:
        letter:
          tenant-isolated: false
          actions: [file, export]
          attributes: { kind: string }
        invoice:
          actions: [read]
          attributes: { tenant: string }
      """;

  private static final Evaluator EVALUATOR =
      new Repository()
          .with("schema.yaml", SCHEMA)
          .with(
              "letter.policy.yaml",
              """
              policy: letter
              resource: letter
              rules:
                - permit: export
                  id: people
                  subjects: [user]
                - permit: export
                  id: agents
                  subjects: [agent]
                  scopes: [letters:export]
                - permit: file
                  id: risky
                  when: resource.kind == 'kind-0' && (context.risk ?? 0) < 3
              """
                  + IntStream.range(1, 20)
                      .mapToObj(
                          i ->
                              "  - permit: file\n    id: r%d\n    when: resource.kind == 'kind-%d'\n"
                                  .formatted(i, i))
                      .collect(Collectors.joining()))
          .with(
              "invoice.policy.yaml",
              """
              policy: invoice
              resource: invoice
              rules:
                - permit: read
                  id: anybody
              """)
          .with(
              "grants.yaml",
              """
              grants:
                - id: for-helpers
                  subjects: { type: user, tenant: globex, roles: [helper] }
                  tenant: initech
                  resources: [invoice]
                  actions: [read]
                  until: 2026-12-31T00:00:00Z
                  because: they help
                - id: for-all
                  subjects: { type: user, tenant: globex }
                  tenant: initech
                  resources: [invoice]
                  actions: [read]
                  until: 2026-12-31T00:00:00Z
                  because: everybody helps
              """)
          .evaluator();

  /** The decision names the grant that was taken, which is the first that covers. */
  @Test
  void aCertainGrantDoesNotOvertakeOneThatMayCover() {
    AccessRequest request =
        request(
            "read",
            new Entity("user", "ann", attributes("tenant", "globex")),
            new Entity("invoice", "i-1", attributes("tenant", "initech")));

    assertThat(answer(request, "subject.roles")).isEqualTo("needs subject.roles");
    assertThat(answer(request)).isEqualTo("permitted by [for-all]");
  }

  /** The reason names the first rule in error; the one before it may be in error, too, or not. */
  @Test
  void anErrorDoesNotOvertakeARuleThatMayBeInError() {
    AccessRequest request =
        request("file", user(), new Entity("letter", "l-1", attributes("kind", 5)));

    assertThat(answer(request, "context.risk")).isEqualTo("needs context.risk");
    assertThat(answer(request)).isEqualTo("denied by risky");
  }

  @Test
  void anActorWaitsForScopesThatOnlyItNeeds() {
    AccessRequest request = request("export", user(), new Entity("letter", "l-1"));
    var acting =
        new AccessRequest(
            request.subject(),
            request.action(),
            request.resource(),
            request.context(),
            Optional.of(new Entity("agent", "robot")),
            request.now());

    assertThat(answer(request, "subject.scopes")).isEqualTo("permitted by []");
    assertThat(answer(acting, "subject.scopes")).isEqualTo("needs subject.scopes");
  }

  private static String answer(AccessRequest request, String... unknown) {
    return EVALUATOR
        .decide(request, attribute -> List.of(unknown).contains(attribute.toString()))
        .accept(
            new PartialDecision.Visitor<String>() {
              @Override
              public String decided(Decision decision) {
                return decision.permitted()
                    ? "permitted by " + decision.grants()
                    : "denied by " + decision.reason().rule().orElseThrow().rule();
              }

              @Override
              public String undecided(Set<RequestAttribute> needed) {
                return "needs "
                    + needed.stream()
                        .map(RequestAttribute::toString)
                        .collect(Collectors.joining(", "));
              }
            });
  }

  private static Entity user() {
    return new Entity("user", "ann", attributes("tenant", "acme"));
  }

  private static AccessRequest request(String action, Entity subject, Entity resource) {
    return new AccessRequest(
        subject,
        new Action(action),
        resource,
        Attributes.NONE,
        Instant.parse("2026-03-01T12:00:00Z"));
  }
}
