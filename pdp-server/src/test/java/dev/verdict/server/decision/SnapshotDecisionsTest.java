package dev.verdict.server.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verdict.policy.decision.Decision;
import dev.verdict.policy.decision.ReasonCode;
import dev.verdict.policy.request.AccessRequest;
import dev.verdict.policy.request.Attributes;
import dev.verdict.policy.request.Entity;
import dev.verdict.policy.request.Value;
import dev.verdict.policy.snapshot.Snapshot;
import dev.verdict.server.cache.CachedDecisions;
import dev.verdict.server.cache.CountedLookups;
import dev.verdict.server.eventual.Turns;
import dev.verdict.server.repository.SmallPolicies;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class SnapshotDecisionsTest {

  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final Entity DOCUMENT = new Entity("document", "1");
  private static final AccessRequest ALICE_READS = SmallPolicies.reads("alice", DOCUMENT, NOW);

  private static final Snapshot FOR_ALICE = SmallPolicies.snapshotFor("alice", "r1");
  private static final Snapshot FOR_BOB = SmallPolicies.snapshotFor("bob", "r2");

  private final CountedLookups lookups = new CountedLookups();
  private final CachedDecisions cache = cache(1_000_000);
  private Snapshot active = FOR_ALICE;

  @Test
  void theActiveSnapshotDecides() {
    var service = new SnapshotDecisions(() -> active, new EvaluatedDecisions());
    assertThat(service.decide(Asks.of(ALICE_READS)).value().permitted()).isTrue();

    active = FOR_BOB;
    Decision decision = service.decide(Asks.of(ALICE_READS)).value();
    assertThat(decision.permitted()).isFalse();
    assertThat(decision.revision()).isEqualTo("r2");
  }

  @Test
  void aBatchIsDecidedByOneSnapshotAlsoWhereAnotherBecomesActiveMeanwhile() {
    var service =
        new SnapshotDecisions(
            () -> {
              Snapshot read = active;
              active = FOR_BOB;
              return read;
            },
            new EvaluatedDecisions());

    List<Decision> decisions =
        service
            .decideAll(
                Asks.of(ALICE_READS, ALICE_READS, ALICE_READS),
                BatchSemantic.EXECUTE_ALL,
                Turns.unbroken())
            .value();

    assertThat(decisions).extracting(Decision::revision).containsExactly("r1", "r1", "r1");
    assertThat(decisions).allMatch(Decision::permitted);
  }

  @Test
  void aRememberedDecisionDoesNotOutliveItsSnapshot() {
    var service = new SnapshotDecisions(() -> active, cache);
    service.decide(Asks.of(ALICE_READS));
    assertThat(service.decide(Asks.of(ALICE_READS)).value().permitted()).isTrue();
    assertThat(lookups.hits()).isEqualTo(1);

    active = FOR_BOB;
    assertThat(service.decide(Asks.of(ALICE_READS)).value().permitted()).isFalse();
  }

  @Test
  void aBatchUsesTheCacheToo() {
    var service = new SnapshotDecisions(() -> active, cache);

    service.decideAll(
        Asks.of(ALICE_READS, ALICE_READS), BatchSemantic.EXECUTE_ALL, Turns.unbroken());

    assertThat(lookups.hits()).isEqualTo(1);
  }

  @Test
  void whatDependsOnTheTimeIsDecidedAnewEachTime() {
    var service = new SnapshotDecisions(() -> active, cache);
    Entity offer = offerUntil(NOW.plusSeconds(1));

    assertThat(
            service.decide(Asks.of(SmallPolicies.reads("alice", offer, NOW))).value().permitted())
        .isTrue();
    assertThat(
            service
                .decide(Asks.of(SmallPolicies.reads("alice", offer, NOW.plusSeconds(2))))
                .value()
                .permitted())
        .isFalse();
    assertThat(lookups.hits() + lookups.misses()).isZero();
  }

  @Test
  void anErrorIsNotRemembered() {
    var service = new SnapshotDecisions(() -> active, cache);
    Entity overflowing = documentOf(Long.MAX_VALUE);

    Decision first =
        service.decide(Asks.of(SmallPolicies.reads("alice", overflowing, NOW))).value();
    service.decide(Asks.of(SmallPolicies.reads("alice", overflowing, NOW))).value();

    assertThat(first.reason().code()).isEqualTo(ReasonCode.RULE_ERROR);
    assertThat(lookups.hits()).isZero();
  }

  @Test
  void anExplanationIsByTheActiveSnapshot() {
    var service = new SnapshotDecisions(() -> active, cache);

    assertThat(service.explain(Asks.of(ALICE_READS)).value().decision())
        .isEqualTo(service.decide(Asks.of(ALICE_READS)).value());
  }

  @Property(tries = 200)
  void withAndWithoutTheCacheTheDecisionsAreTheSame(
      @ForAll @Size(min = 1, max = 100) List<@From("steps") Step> steps) {
    var small = cache(5_000);
    var without = new SnapshotDecisions(() -> active, new EvaluatedDecisions());
    var with = new SnapshotDecisions(() -> active, small);
    for (Step step : steps) {
      active = step.forAlice() ? FOR_ALICE : FOR_BOB;
      Decision expected = without.decide(step.ask()).value();

      assertThat(with.decide(step.ask()).value()).isEqualTo(expected);
      assertThat(
              with.decideAll(List.of(step.ask()), BatchSemantic.EXECUTE_ALL, Turns.unbroken())
                  .value())
          .containsExactly(expected);
    }
  }

  private CachedDecisions cache(int maxBytes) {
    return new CachedDecisions(
        new EvaluatedDecisions(), maxBytes, Duration.ofMinutes(1), () -> 0, lookups);
  }

  private record Step(boolean forAlice, AccessRequest request) {
    Ask ask() {
      return Asks.of(request);
    }
  }

  @Provide
  Arbitrary<Step> steps() {
    Arbitrary<Entity> resources =
        Arbitraries.oneOf(
            Arbitraries.of(0L, 9L, 10L, Long.MAX_VALUE).map(SnapshotDecisionsTest::documentOf),
            Arbitraries.of(-1, 0, 1).map(second -> offerUntil(NOW.plusSeconds(second))),
            Arbitraries.of(DOCUMENT, new Entity("offer", "1"), new Entity("nothing", "1")));
    Arbitrary<AccessRequest> requests =
        Combinators.combine(
                Arbitraries.of("alice", "bob", "carol"),
                resources,
                Arbitraries.integers().between(-1, 1))
            .as((user, resource, s) -> SmallPolicies.reads(user, resource, NOW.plusSeconds(s)));
    return Combinators.combine(Arbitraries.of(true, false), requests).as(Step::new);
  }

  private static Entity documentOf(long pages) {
    return with("document", "pages", new Value.Whole(pages));
  }

  private static Entity offerUntil(Instant end) {
    return with("offer", "ends", new Value.Text(end.toString()));
  }

  private static Entity with(String type, String attribute, Value value) {
    var attributes = Attributes.builder();
    attributes.add(attribute, value);
    return new Entity(type, "1", attributes.build());
  }
}
