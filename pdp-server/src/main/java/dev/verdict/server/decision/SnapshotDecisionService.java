package dev.verdict.server.decision;

import dev.verdict.policy.decision.Decision;
import dev.verdict.policy.decision.Explanation;
import dev.verdict.policy.evaluate.Evaluator;
import dev.verdict.policy.request.AccessRequest;
import dev.verdict.policy.snapshot.Snapshot;
import dev.verdict.server.cache.DecisionCache;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Decides by whatever snapshot is active when a call comes in, and by that one until it returns.
 */
public final class SnapshotDecisionService implements DecisionService {

  private final Supplier<Snapshot> active;
  private final @Nullable DecisionCache cache;

  /** Decides each request anew. */
  public SnapshotDecisionService(Supplier<Snapshot> active) {
    this.active = active;
    this.cache = null;
  }

  /** Remembers decisions. */
  public SnapshotDecisionService(Supplier<Snapshot> active, DecisionCache cache) {
    this.active = active;
    this.cache = cache;
  }

  @Override
  public Eventual<Decision> decide(Ask ask) {
    return Eventual.of(decideBy(active.get(), ask.request()));
  }

  @Override
  public Eventual<List<Decision>> decideAll(List<Ask> asks, BatchSemantic semantic) {
    Snapshot snapshot = active.get();
    var decisions = new ArrayList<Decision>(asks.size());
    for (Ask ask : asks) {
      Decision decision = decideBy(snapshot, ask.request());
      decisions.add(decision);
      if (semantic.endsWith(decision.permitted())) {
        break;
      }
    }
    return Eventual.of(decisions);
  }

  @Override
  public Eventual<Explanation> explain(Ask ask) {
    return Eventual.of(active.get().evaluator().explain(ask.request()));
  }

  /** A decision that may depend on the time is good for one instant, so it is not remembered. */
  private Decision decideBy(Snapshot snapshot, AccessRequest request) {
    Evaluator evaluator = snapshot.evaluator();
    return cache == null || evaluator.dependsOnTime(request.resource().type())
        ? evaluator.decide(request)
        : cache.decide(snapshot.revision(), request, evaluator::decide);
  }
}
