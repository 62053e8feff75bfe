package dev.verdict.server.repository;

import dev.verdict.policy.snapshot.LoadResult;
import dev.verdict.policy.snapshot.Snapshot;
import java.time.Duration;

/**
 * Hears what becomes of the policy repository: for the console, the log and the metrics. Called on
 * the follower's thread, after the status has changed. A failure is told once, not at every poll;
 * only {@link #polled} is told every time.
 */
public interface RepositoryListener {

  /**
   * A snapshot decides from now on.
   *
   * @param loaded what it came from, with warnings and the outcome of the authors' tests
   * @param took time to parse, check, compile and test it
   */
  void activated(Snapshot snapshot, LoadResult loaded, Duration took);

  /** A new state has errors; the active snapshot goes on deciding. */
  void rejected(LoadFailure.Rejected failure);

  /** The repository could not be read; the active snapshot goes on deciding. */
  void unreachable(LoadFailure.Unreachable failure);

  /**
   * A failure is over without a new snapshot: the repository holds the active revision.
   *
   * @param revision the active one
   */
  void recovered(String revision);

  /** The repository was looked at; told last, whatever was found. */
  void polled(PollOutcome outcome);
}
