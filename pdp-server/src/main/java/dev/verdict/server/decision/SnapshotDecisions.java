package dev.verdict.server.decision;

import dev.verdict.policy.decision.Decision;
import dev.verdict.policy.decision.Explanation;
import dev.verdict.policy.snapshot.Snapshot;
import dev.verdict.server.eventual.Eventual;
import dev.verdict.server.eventual.Turns;
import java.util.List;
import java.util.function.Supplier;

/**
 * Reads the active snapshot once for each call, and decides all that the call asks by it, whatever
 * becomes active meanwhile.
 */
public final class SnapshotDecisions implements DecisionService {

  private final Supplier<Snapshot> active;
  private final SnapshotDecider decider;

  public SnapshotDecisions(Supplier<Snapshot> active, SnapshotDecider decider) {
    this.active = active;
    this.decider = decider;
  }

  @Override
  public Eventual<Decision> decide(Ask ask) {
    return decider.decide(ask, active.get());
  }

  @Override
  public Eventual<List<Decision>> decideAll(List<Ask> asks, BatchSemantic semantic, Turns turns) {
    return new Batch(asks, semantic, active.get(), decider, turns).decide();
  }

  /** By a look of its own at the rules: nothing is kept of explanations. */
  @Override
  public Eventual<Explanation> explain(Ask ask) {
    return Eventual.of(active.get().explain(ask.request()));
  }
}
