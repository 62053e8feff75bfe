package dev.verdict.server.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verdict.policy.decision.Cacheability;
import dev.verdict.policy.decision.Decision;
import dev.verdict.policy.decision.Reason;
import dev.verdict.policy.decision.ReasonCode;
import dev.verdict.policy.request.AccessRequest;
import dev.verdict.policy.request.Action;
import dev.verdict.policy.request.Attributes;
import dev.verdict.policy.request.Entity;
import dev.verdict.policy.snapshot.Snapshot;
import dev.verdict.server.decision.Ask;
import dev.verdict.server.decision.Asks;
import dev.verdict.server.decision.SnapshotDecider;
import dev.verdict.server.eventual.Eventual;
import dev.verdict.server.eventual.Promise;
import dev.verdict.server.repository.SmallPolicies;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class DearDecisionsTest {

  private static final Snapshot SNAPSHOT = SmallPolicies.snapshotFor("alice", "r1");
  private static final long CHEAP = 2_000;
  private static final long DEAR = 60_000;

  private final AtomicLong nanoseconds = new AtomicLong();
  private final SlowDecider decider = new SlowDecider();
  private final CountedLookups lookups = new CountedLookups();
  private final DearDecisions decisions = decisions(Duration.ofNanos(20_000));

  @Test
  void aCheapDecisionIsMadeEachTime() {
    ask("read", 100);

    assertThat(decider.decided).isEqualTo(100);
    assertThat(lookups.hits() + lookups.misses()).isZero();
  }

  @Test
  void aDearDecisionIsRememberedOnceItIsKnownToBeDear() {
    decider.cost = DEAR;
    ask("read", 100);

    assertThat(decider.decided).isBetween(2, 20);
    assertThat(lookups.hits()).isGreaterThan(80);
  }

  @Test
  void anotherActionOfTheSameTypeHasACostOfItsOwn() {
    decider.cost = DEAR;
    ask("read", 100);
    decider.cost = CHEAP;
    int before = decider.decided;

    ask("approve", 100);

    assertThat(decider.decided - before).isEqualTo(100);
  }

  @Test
  void whatHasBecomeCheapIsNoLongerRemembered() {
    decider.cost = DEAR;
    ask("read", 100);
    decider.cost = CHEAP;
    nanoseconds.addAndGet(Duration.ofSeconds(6).toNanos());
    for (int i = 0; i < 100; i++) {
      decisions.decide(Asks.of(request("read", "invoice-" + i)), SNAPSHOT);
    }
    int before = decider.decided;

    ask("read", 50);

    assertThat(decider.decided - before).isEqualTo(50);
  }

  @Test
  void oneLongWaitMakesNoActionDear() {
    decider.cost = Duration.ofSeconds(1).toNanos();
    ask("read", 1);
    decider.cost = CHEAP;
    ask("read", 8);
    int before = decider.decided;

    ask("read", 50);

    assertThat(decider.decided - before).isEqualTo(50);
  }

  @Test
  void aDecisionThatComesLaterCostsTheTimeUntilThen() {
    for (int i = 0; i < 20; i++) {
      var later = new Promise<Decision>();
      decider.later = later;
      decisions.decide(Asks.of(request("read", "invoice-" + i)), SNAPSHOT);
      nanoseconds.addAndGet(DEAR);
      later.complete(SlowDecider.DENY);
    }
    decider.later = null;

    ask("read", 2);

    assertThat(lookups.hits()).isEqualTo(1);
  }

  @Test
  void everythingIsRememberedWhereTheConfigurationSaysSo() {
    DearDecisions all = decisions(Duration.ZERO);
    for (int i = 0; i < 10; i++) {
      all.decide(Asks.of(request("read", "invoice")), SNAPSHOT);
    }

    assertThat(decider.decided).isEqualTo(1);
  }

  private void ask(String action, int times) {
    for (int i = 0; i < times; i++) {
      Eventual<Decision> decision = decisions.decide(Asks.of(request(action, "invoice")), SNAPSHOT);
      assertThat(decision.value()).isEqualTo(SlowDecider.DENY);
    }
  }

  private DearDecisions decisions(Duration dear) {
    var costs = new DecisionCosts(dear);
    var measured = new MeasuredDecisions(decider, costs, nanoseconds::get);
    var cached =
        new CachedDecisions(measured, 1_000_000, Duration.ofSeconds(5), nanoseconds::get, lookups);
    return new DearDecisions(measured, cached, costs);
  }

  private static AccessRequest request(String action, String invoice) {
    return new AccessRequest(
        new Entity("user", "alice"),
        new Action(action),
        new Entity("invoice", invoice),
        Attributes.NONE,
        AccessRequests.NOW);
  }

  /** Takes as long as it is told. */
  private final class SlowDecider implements SnapshotDecider {

    private static final Decision DENY =
        Decision.deny(new Reason(ReasonCode.NO_RULE_MATCHED, "no rule permits this"), "r1");

    private long cost = CHEAP;
    private int decided;
    private @Nullable Eventual<Decision> later;

    @Override
    public Eventual<Decision> decide(Ask ask, Snapshot snapshot) {
      decided++;
      if (later != null) {
        return later;
      }
      nanoseconds.addAndGet(cost);
      return Eventual.of(DENY);
    }

    @Override
    public Cacheability cacheability(Ask ask, Snapshot snapshot) {
      return Cacheability.WHILE_SNAPSHOT;
    }
  }
}
