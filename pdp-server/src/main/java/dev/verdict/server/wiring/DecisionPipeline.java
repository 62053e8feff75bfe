package dev.verdict.server.wiring;

import dev.verdict.server.cache.CachedDecisions;
import dev.verdict.server.cache.DearDecisions;
import dev.verdict.server.cache.DecisionCosts;
import dev.verdict.server.cache.MeasuredDecisions;
import dev.verdict.server.configuration.CacheConfiguration;
import dev.verdict.server.decision.BudgetLog;
import dev.verdict.server.decision.DecisionService;
import dev.verdict.server.decision.EvaluatedDecisions;
import dev.verdict.server.decision.GrantLog;
import dev.verdict.server.decision.SnapshotDecider;
import dev.verdict.server.decision.SnapshotDecisions;
import dev.verdict.server.decision.UndeclaredPropertyWatch;
import dev.verdict.server.metrics.MeteredDecisions;
import dev.verdict.server.metrics.ServerMetrics;
import dev.verdict.server.repository.ActiveSnapshot;

/** Puts together what an ask passes on its way to the rules: logs, metrics and the cache. */
final class DecisionPipeline {

  private DecisionPipeline() {}

  static DecisionService of(
      ActiveSnapshot active, CacheConfiguration cache, ServerMetrics metrics) {
    var watched = new UndeclaredPropertyWatch(decider(cache, metrics), metrics.properties());
    var decisions = new SnapshotDecisions(active, watched);
    return new GrantLog(new MeteredDecisions(decisions, metrics.decisions(), System::nanoTime));
  }

  private static SnapshotDecider decider(CacheConfiguration cache, ServerMetrics metrics) {
    var evaluated = new BudgetLog(new EvaluatedDecisions(), System::nanoTime);
    if (!cache.enabled()) {
      return evaluated;
    }
    var costs = new DecisionCosts(cache.fromCost());
    var measured = new MeasuredDecisions(evaluated, costs, System::nanoTime);
    var cached =
        new CachedDecisions(
            measured, cache.maxBytes(), cache.ttl(), System::nanoTime, metrics.cache());
    metrics.cache().watch(cached::bytes);
    return new DearDecisions(measured, cached, costs);
  }
}
