package dev.verdict.server.repository;

import dev.verdict.policy.snapshot.LoadResult;
import dev.verdict.policy.snapshot.Snapshot;
import dev.verdict.server.metrics.ActivationOutcome;
import dev.verdict.server.metrics.ServerMetrics;
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
  public void rejected(FailedLoad failure) {
    // counted as a look
  }

  @Override
  public void unreachable(FailedLoad failure) {
    // counted as a look
  }

  @Override
  public void recovered(String revision) {
    // counted as a look
  }

  @Override
  public void polled(PollOutcome outcome) {
    metrics.looked(
        switch (outcome) {
          case ACTIVATED -> ActivationOutcome.ACTIVATED;
          case UNCHANGED -> ActivationOutcome.UNCHANGED;
          case REJECTED -> ActivationOutcome.REJECTED;
          case UNREACHABLE -> ActivationOutcome.UNREACHABLE;
        });
  }
}
