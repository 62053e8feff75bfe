package dev.verdict.server.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verdict.policy.decision.Decision;
import dev.verdict.policy.request.AccessRequest;
import dev.verdict.policy.request.Action;
import dev.verdict.policy.request.Attributes;
import dev.verdict.policy.request.Entity;
import dev.verdict.policy.request.Value;
import dev.verdict.policy.snapshot.LoadResult;
import dev.verdict.policy.snapshot.Snapshot;
import dev.verdict.policy.snapshot.SnapshotLoader;
import dev.verdict.policy.source.SourceFile;
import dev.verdict.server.decision.Ask;
import dev.verdict.server.decision.Asks;
import dev.verdict.server.decision.BatchSemantic;
import dev.verdict.server.decision.DecisionService;
import dev.verdict.server.decision.EvaluatedDecisions;
import dev.verdict.server.decision.SnapshotDecisions;
import dev.verdict.server.eventual.Turns;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Rules and grants that begin and end, asked by a clock that goes any way. */
class CacheOverTimeTest {

  private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");
  private static final Snapshot SNAPSHOT = snapshot();

  private final CountedLookups lookups = new CountedLookups();
  private final DecisionService without =
      new SnapshotDecisions(() -> SNAPSHOT, new EvaluatedDecisions());
  private final DecisionService with =
      new SnapshotDecisions(
          () -> SNAPSHOT,
          new CachedDecisions(
              new EvaluatedDecisions(), 1_000_000, Duration.ofMinutes(1), () -> 0, lookups));

  @Property(tries = 300)
  void withAndWithoutTheCacheTheDecisionsAreTheSame(
      @ForAll @Size(min = 1, max = 100) List<@From("asks") Ask> asks) {
    for (Ask ask : asks) {
      Decision expected = without.decide(ask).value();

      assertThat(with.decide(ask).value()).isEqualTo(expected);
      assertThat(with.decideAll(List.of(ask), BatchSemantic.EXECUTE_ALL, Turns.unbroken()).value())
          .containsExactly(expected);
    }
  }

  @Test
  void aDecisionIsRememberedUntilARuleOrAGrantBeginsOrEnds() {
    with.decide(ask("acme", "print", FIRST, Optional.empty()));
    with.decide(ask("acme", "print", FIRST.plusSeconds(1), Optional.empty()));
    assertThat(lookups.hits()).isEqualTo(1);

    with.decide(ask("acme", "print", FIRST.plusSeconds(10), Optional.empty()));
    assertThat(lookups.hits()).isEqualTo(1);

    with.decide(ask("auditors", "read", FIRST, Optional.empty()));
    with.decide(ask("auditors", "read", FIRST.plusSeconds(19), Optional.empty()));
    assertThat(lookups.hits()).isEqualTo(2);

    with.decide(ask("auditors", "read", FIRST.plusSeconds(20), Optional.empty()));
    assertThat(lookups.hits()).isEqualTo(2);
  }

  @Test
  void aComputedReasonIsThatOfItsOwnQuestion() {
    assertThat(reason(renewal("alice", "red", FIRST))).isEqualTo("alice, it is red");
    assertThat(reason(renewal("bob", "red", FIRST))).isEqualTo("bob, it is red");
    assertThat(reason(renewal("alice", "blue", FIRST))).isEqualTo("alice, it is blue");
    assertThat(lookups.hits()).isZero();
    assertThat(reason(renewal("alice", "red", FIRST))).isEqualTo("alice, it is red");
    assertThat(lookups.hits()).isEqualTo(1);
    assertThat(reason(renewal("alice", "red", FIRST.plusSeconds(20)))).isEqualTo("too late");
  }

  private String reason(Ask ask) {
    return with.decide(ask).value().reason().message();
  }

  /** No condition reads the colour. */
  private static Ask renewal(String subject, String colour, Instant now) {
    var document = Attributes.builder();
    document.add("tenant", new Value.Text("acme"));
    document.add("colour", new Value.Text(colour));
    return Asks.of(
        new AccessRequest(
            new Entity("user", subject, tenant("acme")),
            new Action("recolour"),
            new Entity("document", "1", document.build()),
            Attributes.NONE,
            now));
  }

  @Provide
  Arbitrary<Ask> asks() {
    return Combinators.combine(
            Arbitraries.of("acme", "auditors", "globex"),
            Arbitraries.of("read", "print", "renew"),
            Arbitraries.longs()
                .between(-2, 45)
                .map(FIRST::plusSeconds)
                .flatMap(second -> Arbitraries.of(second, second.minusNanos(1))),
            Arbitraries.<Optional<Entity>>of(
                Optional.empty(), Optional.of(user("acme")), Optional.of(user("auditors"))))
        .as(CacheOverTimeTest::ask);
  }

  private static Ask ask(String tenant, String action, Instant now, Optional<Entity> actor) {
    return Asks.of(
        new AccessRequest(
            user(tenant),
            new Action(action),
            new Entity("document", "1", tenant("acme")),
            Attributes.NONE,
            actor,
            now));
  }

  private static Entity user(String tenant) {
    return new Entity("user", "of-" + tenant, tenant(tenant));
  }

  private static Attributes tenant(String name) {
    var attributes = Attributes.builder();
    attributes.add("tenant", new Value.Text(name));
    return attributes.build();
  }

  private static Snapshot snapshot() {
    LoadResult loaded =
        SnapshotLoader.load(
            List.of(
                new SourceFile(
                    "schema.yaml",
                    """
                    subjects: { user: { attributes: { tenant: string } } }
                    resources:
                      document:
                        actions: [read, print, renew, recolour]
                        attributes: { tenant: string, colour: string? }
                    """),
                new SourceFile(
                    "document.policy.yaml",
                    """
                    policy: document
                    resource: document
                    rules:
                      - permit: read
                        id: readers
                      - permit: print
                        id: printers
                        valid: { from: 2026-01-01T00:00:00Z, until: 2026-01-01T00:00:30Z }
                      - deny: print
                        id: not-now
                        valid: { from: 2026-01-01T00:00:10Z, until: 2026-01-01T00:00:20Z }
                      - permit: renew
                        id: renewers
                        when: context.now > timestamp('2026-01-01T00:00:15Z')
                      - deny: recolour
                        id: no-recolouring
                        because:
                          expression: >-
                            context.now > timestamp('2026-01-01T00:00:15Z') ? 'too late'
                            : concat(subject.id, ', it is ', resource.colour ?? 'grey')
                    """),
                new SourceFile(
                    "grants.yaml",
                    """
                    grants:
                      - id: audit
                        subjects: { type: user, tenant: auditors }
                        tenant: acme
                        resources: [document]
                        actions: [read, print]
                        until: 2026-01-01T00:00:20Z
                        because: the audit
                      - id: second-audit
                        subjects: { type: user, tenant: auditors }
                        tenant: acme
                        resources: [document]
                        actions: [read]
                        from: 2026-01-01T00:00:25Z
                        until: 2026-01-01T00:00:40Z
                        because: the audit of the audit
                    """)),
            "r1");
    return loaded.snapshot().orElseThrow(() -> new AssertionError(loaded.report()));
  }
}
