package dev.verdict.server.repository;

import dev.verdict.policy.snapshot.LoadResult;
import dev.verdict.policy.snapshot.Snapshot;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps what a follower tells. */
final class RecordedEvents implements RepositoryListener {

  private final List<String> events = new CopyOnWriteArrayList<>();
  private final List<PollOutcome> polls = new CopyOnWriteArrayList<>();

  List<String> events() {
    return events;
  }

  List<PollOutcome> polls() {
    return polls;
  }

  @Override
  public void activated(Snapshot snapshot, LoadResult loaded, Duration took) {
    events.add("activated " + snapshot.revision());
  }

  @Override
  public void rejected(LoadFailure.Rejected failure) {
    events.add("rejected " + failure.revision());
  }

  @Override
  public void unreachable(LoadFailure.Unreachable failure) {
    events.add("unreachable " + failure.report());
  }

  @Override
  public void recovered(String revision) {
    events.add("recovered " + revision);
  }

  @Override
  public void polled(PollOutcome outcome) {
    polls.add(outcome);
  }
}
