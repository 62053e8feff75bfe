package dev.verdict.server.metrics;

import dev.verdict.policy.decision.Decision;
import dev.verdict.policy.decision.Explanation;
import dev.verdict.server.decision.Ask;
import dev.verdict.server.decision.BatchSemantic;
import dev.verdict.server.decision.DecisionService;
import dev.verdict.server.eventual.Eventual;
import dev.verdict.server.eventual.Turns;
import java.util.List;
import java.util.function.LongSupplier;

/** Counts and times what another decision service decides. */
public final class MeteredDecisions implements DecisionService {

  private final DecisionService service;
  private final DecisionMetrics metrics;
  private final LongSupplier nanoseconds;

  /**
   * @param nanoseconds a clock that never goes back, such as {@code System::nanoTime}
   */
  public MeteredDecisions(
      DecisionService service, DecisionMetrics metrics, LongSupplier nanoseconds) {
    this.service = service;
    this.metrics = metrics;
    this.nanoseconds = nanoseconds;
  }

  @Override
  public Eventual<Decision> decide(Ask ask) {
    long start = nanoseconds.getAsLong();
    Eventual<Decision> decision = service.decide(ask);
    if (decision.isDone()) {
      count(decision.value(), start);
      return decision;
    }
    return decision.map(
        made -> {
          count(made, start);
          return made;
        });
  }

  @Override
  public Eventual<List<Decision>> decideAll(List<Ask> asks, BatchSemantic semantic, Turns turns) {
    long start = nanoseconds.getAsLong();
    return service
        .decideAll(asks, semantic, turns)
        .map(
            decisions -> {
              metrics.called(DecisionCall.BATCH, nanoseconds.getAsLong() - start);
              decisions.forEach(metrics::decided);
              return decisions;
            });
  }

  @Override
  public Eventual<Explanation> explain(Ask ask) {
    long start = nanoseconds.getAsLong();
    return service
        .explain(ask)
        .map(
            explanation -> {
              metrics.called(DecisionCall.EXPLAIN, nanoseconds.getAsLong() - start);
              metrics.decided(explanation.decision());
              return explanation;
            });
  }

  private void count(Decision decision, long start) {
    metrics.called(DecisionCall.SINGLE, nanoseconds.getAsLong() - start);
    metrics.decided(decision);
  }
}
