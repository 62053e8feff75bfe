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
import dev.verdict.server.decision.DecisionService;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MeteredDecisionServiceTest {

  private static final Decision DENY =
      Decision.deny(new Reason(ReasonCode.NO_RULE_MATCHED, "no rule permits this"), "r1");

  private final ServerMetrics metrics = new ServerMetrics(Clock.systemUTC());
  private final AtomicLong ticker = new AtomicLong();
  private final DecisionService service =
      new MeteredDecisionService(new Denying(), metrics, () -> ticker.getAndAdd(1_000_000_000L));

  @AfterEach
  void close() {
    metrics.close();
  }

  @Test
  void theDecisionIsTheOneThatWasMade() {
    assertThat(service.decide(request())).isSameAs(DENY);
    assertThat(service.decideAll(List.of(request(), request()))).containsExactly(DENY, DENY);
    assertThat(service.explain(request()).decision()).isSameAs(DENY);
  }

  @Test
  void everyDecisionOfABatchIsCountedAndTheBatchIsTimedOnce() {
    service.decideAll(List.of(request(), request(), request()));

    assertThat(metrics.scrape().lines())
        .contains(
            "verdict_decisions_total{decision=\"deny\",reason=\"no_rule_matched\"} 3.0",
            "verdict_decision_duration_seconds_count{call=\"batch\"} 1",
            "verdict_decision_duration_seconds_sum{call=\"batch\"} 1.0");
  }

  @Test
  void singleDecisionsAndExplanationsAreTimedApart() {
    service.decide(request());
    service.explain(request());

    assertThat(metrics.scrape().lines())
        .contains(
            "verdict_decisions_total{decision=\"deny\",reason=\"no_rule_matched\"} 2.0",
            "verdict_decision_duration_seconds_count{call=\"single\"} 1",
            "verdict_decision_duration_seconds_count{call=\"explain\"} 1");
  }

  private static AccessRequest request() {
    return new AccessRequest(
        new Entity("user", "alice"),
        new Action("read"),
        new Entity("record", "record-1"),
        Attributes.NONE,
        Instant.EPOCH);
  }

  private static final class Denying implements DecisionService {
    @Override
    public Decision decide(AccessRequest request) {
      return DENY;
    }

    @Override
    public List<Decision> decideAll(List<AccessRequest> requests) {
      return requests.stream().map(this::decide).toList();
    }

    @Override
    public Explanation explain(AccessRequest request) {
      return new Explanation(DENY, List.of());
    }
  }
}
