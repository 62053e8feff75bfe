package dev.verdict.server.decision;

import dev.verdict.policy.decision.Cacheability;
import dev.verdict.policy.decision.Decision;
import dev.verdict.policy.snapshot.Snapshot;
import dev.verdict.server.eventual.Eventual;

/** Evaluates the rules for each ask anew. */
public final class EvaluatedDecisions implements SnapshotDecider {

  @Override
  public Eventual<Decision> decide(Ask ask, Snapshot snapshot) {
    return Eventual.of(snapshot.decide(ask.request()));
  }

  @Override
  public Cacheability cacheability(Ask ask, Snapshot snapshot) {
    return snapshot.cacheability(ask.request());
  }
}
