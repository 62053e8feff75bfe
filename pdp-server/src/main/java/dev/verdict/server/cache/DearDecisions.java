package dev.verdict.server.cache;

import dev.verdict.policy.decision.Cacheability;
import dev.verdict.policy.decision.Decision;
import dev.verdict.policy.snapshot.Snapshot;
import dev.verdict.server.decision.Ask;
import dev.verdict.server.decision.SnapshotDecider;
import dev.verdict.server.eventual.Eventual;

/**
 * Looks into a cache only where decisions take long: most take less time than to look. Whether they
 * do is measured all the time, by resource type and action.
 */
public final class DearDecisions implements SnapshotDecider {

  private final SnapshotDecider measured;
  private final SnapshotDecider cached;
  private final DecisionCosts costs;

  /**
   * @param measured decides anew, and measures how long that takes
   * @param cached remembers what it decides
   */
  public DearDecisions(MeasuredDecisions measured, CachedDecisions cached, DecisionCosts costs) {
    this.measured = measured;
    this.cached = cached;
    this.costs = costs;
  }

  @Override
  public Eventual<Decision> decide(Ask ask, Snapshot snapshot) {
    SnapshotDecider decider = costs.areDear(ask.request()) ? cached : measured;
    return decider.decide(ask, snapshot);
  }

  @Override
  public Cacheability cacheability(Ask ask, Snapshot snapshot) {
    return measured.cacheability(ask, snapshot);
  }
}
