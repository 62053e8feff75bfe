package dev.verdict.server.metrics;

import dev.verdict.policy.decision.Decision;
import dev.verdict.policy.decision.Explanation;
import dev.verdict.policy.request.AccessRequest;
import dev.verdict.server.decision.DecisionService;
import java.util.List;
import java.util.function.LongSupplier;

/** Counts and times what another decision service decides. */
public final class MeteredDecisionService implements DecisionService {

  private final DecisionService service;
  private final ServerMetrics metrics;
  private final LongSupplier nanoseconds;

  /**
   * @param nanoseconds a clock that never goes back, such as {@code System::nanoTime}
   */
  public MeteredDecisionService(
      DecisionService service, ServerMetrics metrics, LongSupplier nanoseconds) {
    this.service = service;
    this.metrics = metrics;
    this.nanoseconds = nanoseconds;
  }

  @Override
  public Decision decide(AccessRequest request) {
    long start = nanoseconds.getAsLong();
    Decision decision = service.decide(request);
    metrics.called(DecisionCall.SINGLE, nanoseconds.getAsLong() - start);
    metrics.decided(decision);
    return decision;
  }

  @Override
  public List<Decision> decideAll(List<AccessRequest> requests) {
    long start = nanoseconds.getAsLong();
    List<Decision> decisions = service.decideAll(requests);
    metrics.called(DecisionCall.BATCH, nanoseconds.getAsLong() - start);
    decisions.forEach(metrics::decided);
    return decisions;
  }

  @Override
  public Explanation explain(AccessRequest request) {
    long start = nanoseconds.getAsLong();
    Explanation explanation = service.explain(request);
    metrics.called(DecisionCall.EXPLAIN, nanoseconds.getAsLong() - start);
    metrics.decided(explanation.decision());
    return explanation;
  }
}
