package dev.verdict.server.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verdict.policy.decision.Cacheability;
import dev.verdict.policy.decision.Decision;
import dev.verdict.policy.decision.FieldGrant;
import dev.verdict.policy.decision.Obligation;
import dev.verdict.policy.decision.Reason;
import dev.verdict.policy.decision.ReasonCode;
import dev.verdict.policy.decision.Validity;
import dev.verdict.policy.request.AccessRequest;
import dev.verdict.policy.request.Action;
import dev.verdict.policy.request.Attributes;
import dev.verdict.policy.request.Entity;
import dev.verdict.policy.request.Value;
import dev.verdict.policy.snapshot.Snapshot;
import dev.verdict.server.decision.Ask;
import dev.verdict.server.decision.Asks;
import dev.verdict.server.decision.SnapshotDecider;
import dev.verdict.server.eventual.Eventual;
import dev.verdict.server.eventual.Promise;
import dev.verdict.server.repository.SmallPolicies;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CachedDecisionsTest {

  private static final AccessRequest REQUEST =
      new AccessRequest(
          new Entity("user", "alice"),
          new Action("read"),
          new Entity("invoice", "1"),
          Attributes.NONE,
          AccessRequests.NOW);

  private static final Decision PERMIT =
      new Decision(
          true,
          new Reason(ReasonCode.PERMITTED, "a rule permits this"),
          FieldGrant.ALL,
          List.of(),
          List.of(),
          "r1");
  private static final Decision DENY =
      Decision.deny(new Reason(ReasonCode.NO_RULE_MATCHED, "this is denied"), "r1");

  private final AtomicLong nanoseconds = new AtomicLong();
  private final CountedLookups lookups = new CountedLookups();
  private final FakeDecider decider = new FakeDecider();
  private final CachedDecisions cache = cache(1_000_000);

  @Test
  void theSameQuestionIsDecidedOnce() {
    var first = decide("r1", REQUEST);
    var second = decide("r1", REQUEST);

    assertThat(second).isSameAs(first);
    assertThat(decider.decided).hasSize(1);
    assertThat(lookups.hits()).isEqualTo(1);
    assertThat(lookups.misses()).isEqualTo(1);
  }

  @Test
  void aDecisionWeighsWhatItsObligationsHold() {
    decider.decision = with(obligation(4_000));
    decide("r1", REQUEST);

    assertThat(cache.bytes()).isBetween(8_000L, 16_000L);
  }

  @Test
  void manyLargeObligationsStayWithinTheRoom() {
    decider.decision = with(obligation(4_000));
    for (int i = 0; i < 1_000; i++) {
      decide("r" + i, REQUEST);
    }

    assertThat(cache.bytes()).isBetween(1L, 1_000_000L);
  }

  @Test
  void aDecisionThatTakesMoreThanItsShareIsNotRemembered() {
    decider.decision = with(obligation(16_000));
    decide("r1", REQUEST);
    decide("r1", REQUEST);

    assertThat(decider.decided).hasSize(2);
    assertThat(cache.bytes()).isZero();
  }

  @Test
  void aDecisionWeighsByTheReasonsThatItHolds() {
    decide("r1", REQUEST);
    long plain = cache.bytes();
    var other = new Reason(ReasonCode.PERMITTED, "x".repeat(2_000));
    decider.decision = PERMIT.withOtherReasons(List.of(other));
    decide("r2", REQUEST);

    assertThat(cache.bytes() - plain).isGreaterThan(plain + 2_000);
  }

  private static Decision with(Obligation obligation) {
    return new Decision(
        true, PERMIT.reason(), FieldGrant.ALL, List.of(obligation), List.of(), "r1");
  }

  private static Obligation obligation(int length) {
    Attributes.Builder properties = Attributes.builder();
    properties.add("text", new Value.Text("x".repeat(length)));
    return new Obligation("audit", properties.build());
  }

  @Test
  void aDenyIsRememberedLikeAPermit() {
    decider.decision = DENY;
    decide("r1", REQUEST);
    decide("r1", REQUEST);

    assertThat(decider.decided).hasSize(1);
  }

  @Test
  void whatNeverHoldsAgainIsNotRemembered() {
    decider.decision = DENY.holding(Cacheability.NEVER);
    decide("r1", REQUEST);
    decider.decision = PERMIT;

    assertThat(decide("r1", REQUEST)).isEqualTo(PERMIT);
    assertThat(decider.decided).hasSize(2);
  }

  @Test
  void aDecisionIsServedOnlyWhileItHolds() {
    Instant begin = AccessRequests.NOW.minusSeconds(1);
    Instant end = AccessRequests.NOW.plusSeconds(1);
    var today = new Validity(Optional.of(begin), Optional.of(end));
    decider.decision = PERMIT.holding(Cacheability.during(today));
    decide("r1", REQUEST);
    decider.decision = DENY;

    assertThat(decide("r1", at(begin)).permitted()).isTrue();
    assertThat(decide("r1", at(end.minusNanos(1))).permitted()).isTrue();
    assertThat(decider.decided).hasSize(1);
    assertThat(decide("r1", at(end))).isEqualTo(DENY);
  }

  @Test
  void aDecisionIsNotServedToARequestFromBeforeItHeld() {
    Instant begin = AccessRequests.NOW;
    var later = new Validity(Optional.of(begin), Optional.empty());
    decider.decision = PERMIT.holding(Cacheability.during(later));
    decide("r1", REQUEST);
    decider.decision = DENY;

    assertThat(decide("r1", at(begin.minusNanos(1)))).isEqualTo(DENY);
  }

  @Test
  void whatIsKnownNeverToHoldIsNotLookedUp() {
    decider.cacheability = Cacheability.NEVER;

    decide("r1", REQUEST);
    decide("r1", REQUEST);

    assertThat(decider.decided).hasSize(2);
    assertThat(lookups.hits() + lookups.misses()).isZero();
  }

  @Test
  void whatComesLaterIsRememberedWhenItComes() {
    var later = new Promise<Decision>();
    decider.eventual = later;
    Eventual<Decision> first = cache.decide(Asks.of(REQUEST), snapshot("r1"));
    assertThat(first.isDone()).isFalse();

    later.complete(PERMIT);

    assertThat(first.value()).isEqualTo(PERMIT);
    assertThat(decide("r1", REQUEST)).isEqualTo(PERMIT);
    assertThat(decider.decided).hasSize(1);
  }

  @Test
  void aFailureIsNotRemembered() {
    var later = new Promise<Decision>();
    decider.eventual = later;
    Eventual<Decision> first = cache.decide(Asks.of(REQUEST), snapshot("r1"));

    later.fail(new IllegalStateException("the store is down"));
    decider.eventual = null;

    assertThat(first.isDone()).isFalse();
    assertThat(decide("r1", REQUEST)).isEqualTo(PERMIT);
    assertThat(decider.decided).hasSize(2);
  }

  @Test
  void anotherSnapshotFindsNothing() {
    decide("r1", REQUEST);
    decider.decision = DENY;

    assertThat(decide("r2", REQUEST).permitted()).isFalse();
  }

  @Test
  void aDecisionIsForgottenWhenItsTimeIsOver() {
    decide("r1", REQUEST);
    nanoseconds.addAndGet(Duration.ofSeconds(10).toNanos() - 1);
    decide("r1", REQUEST);
    assertThat(decider.decided).hasSize(1);

    nanoseconds.addAndGet(1);
    decide("r1", REQUEST);
    assertThat(decider.decided).hasSize(2);
  }

  @Test
  void aLargeQuestionIsDecidedEveryTime() {
    var attributes = Attributes.builder();
    attributes.add("text", new Value.Text("x".repeat(DecisionKey.MAX_BYTES)));
    var large =
        new AccessRequest(
            REQUEST.subject(),
            REQUEST.action(),
            REQUEST.resource(),
            attributes.build(),
            AccessRequests.NOW);

    decide("r1", large);
    decide("r1", large);

    assertThat(decider.decided).hasSize(2);
    assertThat(lookups.misses()).isEqualTo(2);
  }

  @Test
  void whatDoesNotFitMakesRoom() {
    var small = cache(50_000);
    for (int i = 0; i < 200; i++) {
      small.decide(Asks.of(REQUEST), snapshot("r" + i));
    }

    assertThat(small.bytes()).isBetween(25_000L, 50_000L);
  }

  @Test
  void largeQuestionsTakeMoreRoom() {
    decide("r1", REQUEST);
    long small = cache.bytes();
    decide("r2" + "x".repeat(10_000), REQUEST);

    assertThat(cache.bytes() - small).isBetween(10_000L, 15_000L);
  }

  @Property(tries = 200)
  void withAndWithoutTheDecisionsAreTheSameAcrossSnapshots(
      @ForAll @Size(min = 1, max = 8) List<@net.jqwik.api.From("requests") AccessRequest> requests,
      @ForAll @Size(min = 1, max = 60) List<@IntRange(max = 1_000) Integer> steps) {
    var property = cache(100_000, Duration.ofNanos(50));
    String revision = "r0";
    for (int step : steps) {
      nanoseconds.addAndGet(step % 7);
      if (step % 5 == 0) {
        revision = "r" + step % 3;
      }
      AccessRequest request = requests.get(step % requests.size());
      decider.decision = fake(revision, request);

      Eventual<Decision> decision = property.decide(Asks.of(request), snapshot(revision));

      assertThat(decision.value()).isEqualTo(decider.decision);
    }
  }

  @Provide
  Arbitrary<AccessRequest> requests() {
    return AccessRequests.any();
  }

  /** Some decision that depends on all that a decision may depend on. */
  private static Decision fake(String revision, AccessRequest request) {
    int mixed = request.hashCode() * 31 + revision.hashCode();
    var reason = new Reason(ReasonCode.PERMITTED, "mix " + mixed);
    return (mixed & 1) == 0
        ? new Decision(true, reason, FieldGrant.ALL, List.of(), List.of(), revision)
        : Decision.deny(new Reason(ReasonCode.NO_RULE_MATCHED, "mix " + mixed), revision);
  }

  private CachedDecisions cache(int maxBytes) {
    return cache(maxBytes, Duration.ofSeconds(10));
  }

  private CachedDecisions cache(int maxBytes, Duration timeToLive) {
    return new CachedDecisions(decider, maxBytes, timeToLive, nanoseconds::get, lookups);
  }

  private Decision decide(String revision, AccessRequest request) {
    return cache.decide(Asks.of(request), snapshot(revision)).value();
  }

  private static AccessRequest at(Instant now) {
    return new AccessRequest(
        REQUEST.subject(), REQUEST.action(), REQUEST.resource(), Attributes.NONE, now);
  }

  private static Snapshot snapshot(String revision) {
    return SmallPolicies.snapshotFor("alice", revision);
  }

  /** Decides as it is told, and remembers what it was asked. */
  private static final class FakeDecider implements SnapshotDecider {

    private final List<Ask> decided = new ArrayList<>();
    private Decision decision = PERMIT;
    private Cacheability cacheability = Cacheability.WHILE_SNAPSHOT;
    private @Nullable Eventual<Decision> eventual;

    @Override
    public Eventual<Decision> decide(Ask ask, Snapshot snapshot) {
      decided.add(ask);
      return eventual == null ? Eventual.of(decision) : eventual;
    }

    @Override
    public Cacheability cacheability(Ask ask, Snapshot snapshot) {
      return cacheability;
    }
  }
}
