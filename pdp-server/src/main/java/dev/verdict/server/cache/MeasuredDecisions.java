package dev.verdict.server.cache;

import dev.verdict.policy.decision.Cacheability;
import dev.verdict.policy.decision.Decision;
import dev.verdict.policy.snapshot.Snapshot;
import dev.verdict.server.decision.Ask;
import dev.verdict.server.decision.SnapshotDecider;
import dev.verdict.server.eventual.Eventual;
import java.util.function.LongSupplier;

/** Measures how long another takes to decide. */
public final class MeasuredDecisions implements SnapshotDecider {

  private final SnapshotDecider decider;
  private final DecisionCosts costs;
  private final LongSupplier nanoseconds;

  /**
   * @param nanoseconds a clock that never goes back, such as {@code System::nanoTime}
   */
  public MeasuredDecisions(SnapshotDecider decider, DecisionCosts costs, LongSupplier nanoseconds) {
    this.decider = decider;
    this.costs = costs;
    this.nanoseconds = nanoseconds;
  }

  @Override
  public Eventual<Decision> decide(Ask ask, Snapshot snapshot) {
    long start = nanoseconds.getAsLong();
    Eventual<Decision> decision = decider.decide(ask, snapshot);
    if (decision.isDone()) {
      costs.measured(ask.request(), nanoseconds.getAsLong() - start);
      return decision;
    }
    return decision.map(
        made -> {
          costs.measured(ask.request(), nanoseconds.getAsLong() - start);
          return made;
        });
  }

  @Override
  public Cacheability cacheability(Ask ask, Snapshot snapshot) {
    return decider.cacheability(ask, snapshot);
  }
}
