package dev.verdict.server.repository;

import dev.verdict.policy.diagnostic.Diagnostic;
import dev.verdict.policy.diagnostic.DiagnosticRenderer;
import dev.verdict.policy.snapshot.LoadResult;
import dev.verdict.policy.snapshot.Snapshot;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a followed repository, and what a new reading makes of it.
 *
 * <p>Two failures are kept apart. A rejected state stays a failure until the source holds another
 * one; that the source cannot be read is over as soon as it can. Used by one thread at a time, but
 * for the status.
 */
final class FollowedState implements SourceReading.Visitor<PollOutcome> {

  private static final String INTERNAL_ERROR =
      "an internal error, which the log tells, keeps the repository from being followed";

  private final String description;
  private final PolicyLoading loading;
  private final ActiveSnapshot active;
  private final RepositoryListener listener;
  private final InstantSource clock;

  private @Nullable String known;
  private @Nullable Activation activation;
  private LoadFailure.@Nullable Rejected rejected;
  private LoadFailure.@Nullable Unreachable unreachable;
  private volatile @Nullable RepositoryStatus status;

  private record Activation(Snapshot snapshot, Instant since, List<Diagnostic> warnings) {}

  FollowedState(
      String description,
      PolicyLoading loading,
      ActiveSnapshot active,
      RepositoryListener listener,
      InstantSource clock) {
    this.description = description;
    this.loading = loading;
    this.active = active;
    this.listener = listener;
    this.clock = clock;
  }

  /** The revision that was last activated or rejected: there is no need to read it again. */
  Optional<String> known() {
    return Optional.ofNullable(known);
  }

  Optional<RepositoryStatus> status() {
    return Optional.ofNullable(status);
  }

  /** Why the repository as it is now is not active. */
  Optional<LoadFailure> failure() {
    return Optional.ofNullable(unreachable != null ? unreachable : rejected);
  }

  /** Takes a reading in: loads what is new, activates what is good. */
  PollOutcome take(SourceReading reading) {
    return reading.accept(this);
  }

  @Override
  public PollOutcome read(SourceReading.Read reading) {
    SourceState state = reading.state();
    if (isKnown(state.revision())) {
      return stillKnown();
    }
    return isActive(state.revision()) ? backToActive() : load(state);
  }

  @Override
  public PollOutcome unchanged(SourceReading.Unchanged reading) {
    return stillKnown();
  }

  @Override
  public PollOutcome unreachable(SourceReading.Unreachable reading) {
    return cannotRead(LoadFailure.Cause.SOURCE, reading.message());
  }

  /** A look ended in a fault of this program. */
  void lookFailed() {
    cannotRead(LoadFailure.Cause.SERVER, INTERNAL_ERROR);
  }

  /** Whether the last look ended in a fault of this program too. */
  boolean hasLookFailed() {
    LoadFailure.Unreachable last = unreachable;
    return last != null && last.cause() == LoadFailure.Cause.SERVER;
  }

  /** Tells a failure once: one that is the same as at the last look is not news. */
  private PollOutcome cannotRead(LoadFailure.Cause cause, String report) {
    LoadFailure.Unreachable last = unreachable;
    if (last == null || last.cause() != cause || !last.report().equals(report)) {
      var failure = new LoadFailure.Unreachable(clock.instant(), cause, report);
      unreachable = failure;
      publish();
      listener.unreachable(failure);
    }
    return PollOutcome.UNREACHABLE;
  }

  private PollOutcome stillKnown() {
    boolean wasUnreachable = unreachable != null;
    unreachable = null;
    if (rejected != null) {
      publish();
      return PollOutcome.REJECTED;
    }
    return wasUnreachable ? backToActive() : PollOutcome.UNCHANGED;
  }

  private PollOutcome backToActive() {
    Activation current = activation;
    if (current == null) {
      return PollOutcome.UNCHANGED;
    }
    known = current.snapshot.revision();
    rejected = null;
    unreachable = null;
    publish();
    listener.recovered(current.snapshot.revision());
    return PollOutcome.UNCHANGED;
  }

  private PollOutcome load(SourceState state) {
    if (!state.diagnostics().isEmpty()) {
      return reject(
          state.revision(),
          state.diagnostics(),
          new DiagnosticRenderer(state.files()).render(state.diagnostics()));
    }
    Instant start = clock.instant();
    LoadResult loaded = loading.load(state.files(), state.revision());
    Duration took = Duration.between(start, clock.instant());
    return loaded.snapshot().isPresent()
        ? activate(state.revision(), loaded.snapshot().get(), loaded, took)
        : reject(state.revision(), loaded.diagnostics(), loaded.report());
  }

  private PollOutcome activate(
      String revision, Snapshot snapshot, LoadResult loaded, Duration took) {
    active.activate(snapshot);
    activation = new Activation(snapshot, clock.instant(), loaded.diagnostics());
    known = revision;
    rejected = null;
    unreachable = null;
    publish();
    listener.activated(snapshot, loaded, took);
    return PollOutcome.ACTIVATED;
  }

  private PollOutcome reject(String revision, List<Diagnostic> diagnostics, String report) {
    var failure = new LoadFailure.Rejected(revision, clock.instant(), diagnostics, report);
    known = revision;
    rejected = failure;
    unreachable = null;
    publish();
    listener.rejected(failure);
    return PollOutcome.REJECTED;
  }

  private void publish() {
    Activation current = activation;
    if (current != null) {
      status =
          new RepositoryStatus(
              description,
              current.snapshot.revision(),
              current.since,
              current.snapshot.contents(),
              current.warnings,
              failure());
    }
  }

  private boolean isKnown(String revision) {
    return revision.equals(known);
  }

  private boolean isActive(String revision) {
    Activation current = activation;
    return current != null && current.snapshot.revision().equals(revision);
  }
}
