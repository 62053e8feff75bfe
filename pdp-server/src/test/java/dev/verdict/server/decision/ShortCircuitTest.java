package dev.verdict.server.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verdict.policy.decision.Cacheability;
import dev.verdict.policy.decision.Decision;
import dev.verdict.policy.decision.FieldGrant;
import dev.verdict.policy.decision.Reason;
import dev.verdict.policy.decision.ReasonCode;
import dev.verdict.policy.request.Entity;
import dev.verdict.policy.snapshot.Snapshot;
import dev.verdict.server.eventual.Eventual;
import dev.verdict.server.eventual.Promise;
import dev.verdict.server.eventual.Turns;
import dev.verdict.server.log.CapturedLog;
import dev.verdict.server.metrics.MeteredDecisions;
import dev.verdict.server.metrics.ServerMetrics;
import dev.verdict.server.repository.SmallPolicies;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A batch that stops early decides, counts and logs only what it answers. */
class ShortCircuitTest {

  private static final Snapshot SNAPSHOT = SmallPolicies.snapshotFor("alice", "r1");
  private static final List<Ask> PERMIT_DENY_PERMIT = asks("permit", "deny", "permit");
  private static final List<Ask> DENY_PERMIT_DENY = asks("deny", "permit", "deny");

  private final FakeDecider decider = new FakeDecider();
  private final ServerMetrics metrics = new ServerMetrics(Clock.systemUTC());
  private final DecisionService decisions =
      new GrantLog(
          new MeteredDecisions(
              new SnapshotDecisions(() -> SNAPSHOT, decider),
              metrics.decisions(),
              System::nanoTime));

  @RegisterExtension private final CapturedLog log = CapturedLog.of(GrantLog.class);

  @AfterEach
  void stop() {
    metrics.close();
  }

  @Test
  void theFirstDenyEndsABatchThatStopsAtDenies() {
    List<Decision> answered =
        decisions
            .decideAll(PERMIT_DENY_PERMIT, BatchSemantic.DENY_ON_FIRST_DENY, Turns.unbroken())
            .value();

    assertThat(answered).extracting(Decision::permitted).containsExactly(true, false);
    assertDecidedCountedAndLogged(1, 1);
  }

  @Test
  void theFirstPermitEndsABatchThatStopsAtPermits() {
    List<Decision> answered =
        decisions
            .decideAll(DENY_PERMIT_DENY, BatchSemantic.PERMIT_ON_FIRST_PERMIT, Turns.unbroken())
            .value();

    assertThat(answered).extracting(Decision::permitted).containsExactly(false, true);
    assertDecidedCountedAndLogged(1, 1);
  }

  @Test
  void nothingEndsABatchThatExecutesAll() {
    assertThat(
            decisions
                .decideAll(PERMIT_DENY_PERMIT, BatchSemantic.EXECUTE_ALL, Turns.unbroken())
                .value())
        .hasSize(3);
    assertDecidedCountedAndLogged(2, 1);
  }

  @Test
  void aBatchStopsEarlyAlsoWhereDecisionsComeLater() {
    decider.later = true;
    Eventual<List<Decision>> answer =
        decisions.decideAll(PERMIT_DENY_PERMIT, BatchSemantic.DENY_ON_FIRST_DENY, Turns.unbroken());
    assertThat(answer.isDone()).isFalse();

    decider.bringNext();
    assertThat(answer.isDone()).isFalse();
    decider.bringNext();

    assertThat(answer.value()).hasSize(2);
    assertDecidedCountedAndLogged(1, 1);
  }

  @Test
  void aLaterFailureIsThatOfTheBatchAndIsNotCounted() {
    decider.later = true;
    var told = new ArrayList<Object>();
    decisions
        .decideAll(PERMIT_DENY_PERMIT, BatchSemantic.EXECUTE_ALL, Turns.unbroken())
        .whenDone(told::add, told::add);
    var fault = new IllegalStateException("the store is down");

    decider.failNext(fault);

    assertThat(told).containsExactly(fault);
    assertDecidedCountedAndLogged(0, 0);
  }

  @Test
  void aLargeBatchOfLaterDecisionsDoesNotOverflowTheStack() {
    decider.later = true;
    List<Ask> asks = IntStream.range(0, 1_000).mapToObj(i -> ask("deny")).toList();
    Eventual<List<Decision>> answer =
        decisions.decideAll(asks, BatchSemantic.EXECUTE_ALL, Turns.unbroken());

    asks.forEach(ask -> decider.bringNext());

    assertThat(answer.value()).hasSize(1_000);
  }

  private void assertDecidedCountedAndLogged(int permits, int denies) {
    if (permits + denies > 0) {
      assertThat(decider.decided).hasSize(permits + denies);
    }
    assertThat(metrics.scrape().lines())
        .contains(
            "verdict_decisions_total{decision=\"permit\",reason=\"permitted\"} " + permits + ".0",
            "verdict_decisions_total{decision=\"deny\",reason=\"no_rule_matched\"} "
                + denies
                + ".0");
    assertThat(log.lines()).hasSize(permits + denies);
  }

  private static List<Ask> asks(String... ids) {
    return List.of(ids).stream().map(ShortCircuitTest::ask).toList();
  }

  private static Ask ask(String id) {
    return Asks.of(SmallPolicies.reads("alice", new Entity("document", id), Instant.EPOCH));
  }

  /** Decides as the resource's id says, always by a grant, at once or when it is told to. */
  private static final class FakeDecider implements SnapshotDecider {

    private final List<Ask> decided = new ArrayList<>();
    private final Deque<Promise<Decision>> owed = new ArrayDeque<>();
    private boolean later;

    @Override
    public Eventual<Decision> decide(Ask ask, Snapshot snapshot) {
      decided.add(ask);
      if (!later) {
        return Eventual.of(decision(ask));
      }
      var promise = new Promise<Decision>();
      owed.add(promise);
      return promise;
    }

    @Override
    public Cacheability cacheability(Ask ask, Snapshot snapshot) {
      return Cacheability.NEVER;
    }

    void bringNext() {
      owed.remove().complete(decision(decided.get(decided.size() - 1)));
    }

    void failNext(Throwable fault) {
      owed.remove().fail(fault);
    }

    private static Decision decision(Ask ask) {
      boolean permitted = ask.request().resource().id().equals("permit");
      return new Decision(
              permitted,
              new Reason(permitted ? ReasonCode.PERMITTED : ReasonCode.NO_RULE_MATCHED, "so"),
              permitted ? FieldGrant.ALL : FieldGrant.NONE,
              List.of(),
              List.of(),
              "r1")
          .withGrants(List.of("audit"));
    }
  }
}
