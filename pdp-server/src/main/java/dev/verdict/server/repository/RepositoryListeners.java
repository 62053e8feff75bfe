package dev.verdict.server.repository;

import dev.verdict.policy.snapshot.LoadResult;
import dev.verdict.policy.snapshot.Snapshot;
import java.time.Duration;
import java.util.List;

/**
 * Tells several listeners, in order.
 *
 * @param listeners who hear
 */
public record RepositoryListeners(List<RepositoryListener> listeners)
    implements RepositoryListener {

  public RepositoryListeners {
    listeners = List.copyOf(listeners);
  }

  @Override
  public void activated(Snapshot snapshot, LoadResult loaded, Duration took) {
    listeners.forEach(listener -> listener.activated(snapshot, loaded, took));
  }

  @Override
  public void rejected(LoadFailure.Rejected failure) {
    listeners.forEach(listener -> listener.rejected(failure));
  }

  @Override
  public void unreachable(LoadFailure.Unreachable failure) {
    listeners.forEach(listener -> listener.unreachable(failure));
  }

  @Override
  public void recovered(String revision) {
    listeners.forEach(listener -> listener.recovered(revision));
  }

  @Override
  public void polled(PollOutcome outcome) {
    listeners.forEach(listener -> listener.polled(outcome));
  }
}
