package dev.verdict.server.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verdict.policy.decision.Decision;
import dev.verdict.policy.decision.Explanation;
import dev.verdict.policy.decision.Reason;
import dev.verdict.policy.decision.ReasonCode;
import dev.verdict.policy.request.AccessRequest;
import dev.verdict.policy.request.Action;
import dev.verdict.policy.request.Attributes;
import dev.verdict.policy.request.Entity;
import dev.verdict.server.decision.Ask;
import dev.verdict.server.decision.Asks;
import dev.verdict.server.decision.BatchSemantic;
import dev.verdict.server.decision.DecisionService;
import dev.verdict.server.eventual.Eventual;
import dev.verdict.server.eventual.Turns;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MeteredDecisionsTest {

  private static final Decision DENY =
      Decision.deny(new Reason(ReasonCode.NO_RULE_MATCHED, "no rule permits this"), "r1");

  private final ServerMetrics metrics = new ServerMetrics(Clock.systemUTC());
  private final AtomicLong ticker = new AtomicLong();
  private final DecisionService service =
      new MeteredDecisions(
          new Denying(), metrics.decisions(), () -> ticker.getAndAdd(1_000_000_000L));

  @AfterEach
  void close() {
    metrics.close();
  }

  @Test
  void theDecisionIsTheOneThatWasMade() {
    assertThat(service.decide(ask()).value()).isSameAs(DENY);
    assertThat(
            service
                .decideAll(List.of(ask(), ask()), BatchSemantic.EXECUTE_ALL, Turns.unbroken())
                .value())
        .containsExactly(DENY, DENY);
    assertThat(service.explain(ask()).value().decision()).isSameAs(DENY);
  }

  @Test
  void everyDecisionOfABatchIsCountedAndTheBatchIsTimedOnce() {
    service.decideAll(List.of(ask(), ask(), ask()), BatchSemantic.EXECUTE_ALL, Turns.unbroken());

    assertThat(metrics.scrape().lines())
        .contains(
            "verdict_decisions_total{decision=\"deny\",reason=\"no_rule_matched\"} 3.0",
            "verdict_decision_duration_seconds_count{call=\"batch\"} 1",
            "verdict_decision_duration_seconds_sum{call=\"batch\"} 1.0");
  }

  @Test
  void singleDecisionsAndExplanationsAreTimedApart() {
    service.decide(ask());
    service.explain(ask());

    assertThat(metrics.scrape().lines())
        .contains(
            "verdict_decisions_total{decision=\"deny\",reason=\"no_rule_matched\"} 2.0",
            "verdict_decision_duration_seconds_count{call=\"single\"} 1",
            "verdict_decision_duration_seconds_count{call=\"explain\"} 1");
  }

  private static Ask ask() {
    return Asks.of(
        new AccessRequest(
            new Entity("user", "alice"),
            new Action("read"),
            new Entity("record", "record-1"),
            Attributes.NONE,
            Instant.EPOCH));
  }

  private static final class Denying implements DecisionService {
    @Override
    public Eventual<Decision> decide(Ask ask) {
      return Eventual.of(DENY);
    }

    @Override
    public Eventual<List<Decision>> decideAll(List<Ask> asks, BatchSemantic semantic, Turns turns) {
      return Eventual.of(asks.stream().map(ask -> DENY).toList());
    }

    @Override
    public Eventual<Explanation> explain(Ask ask) {
      return Eventual.of(new Explanation(DENY, List.of()));
    }
  }
}
