package dev.verdict.server.metrics;

import dev.verdict.policy.snapshot.LoadResult;
import dev.verdict.policy.snapshot.Snapshot;
import dev.verdict.server.repository.LoadFailure;
import dev.verdict.server.repository.PollOutcome;
import dev.verdict.server.repository.RepositoryListener;
import java.time.Duration;
import java.time.InstantSource;

/**
 * Counts what becomes of the policy repository. Every look is counted, so that a rate tells a
 * repository that is still broken from one that was.
 */
public final class RepositoryMetrics implements RepositoryListener {

  private final ServerMetrics metrics;
  private final InstantSource clock;

  public RepositoryMetrics(ServerMetrics metrics, InstantSource clock) {
    this.metrics = metrics;
    this.clock = clock;
  }

  @Override
  public void activated(Snapshot snapshot, LoadResult loaded, Duration took) {
    metrics.activated(snapshot.contents().rules(), clock.instant());
  }

  @Override
  public void rejected(LoadFailure.Rejected failure) {
    // counted as a look
  }

  @Override
  public void unreachable(LoadFailure.Unreachable failure) {
    // counted as a look
  }

  @Override
  public void recovered(String revision) {
    // counted as a look
  }

  @Override
  public void polled(PollOutcome outcome) {
    metrics.looked(outcome);
  }
}
