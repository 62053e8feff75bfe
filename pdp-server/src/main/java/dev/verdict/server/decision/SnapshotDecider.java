package dev.verdict.server.decision;

import dev.verdict.policy.decision.Cacheability;
import dev.verdict.policy.decision.Decision;
import dev.verdict.policy.snapshot.Snapshot;
import dev.verdict.server.eventual.Eventual;

/**
 * Decides one ask by a snapshot that somebody else has chosen: so whatever stands around it, a
 * cache for instance, can serve a batch without mixing snapshots. Never blocks; safe for use by
 * many threads at once.
 */
public interface SnapshotDecider {

  /** The decision. */
  Eventual<Decision> decide(Ask ask, Snapshot snapshot);

  /**
   * For which later requests a decision on the ask holds, as far as is known without deciding:
   * where it is for none, there is no use in remembering it or in looking for it.
   */
  Cacheability cacheability(Ask ask, Snapshot snapshot);
}
