package dev.verdict.server.command;

import dev.verdict.policy.decision.Decision;
import dev.verdict.policy.request.AccessRequest;
import dev.verdict.policy.snapshot.LoadResult;
import dev.verdict.policy.snapshot.Snapshot;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Requests for a newcomer to try: taken from the tests of the authors and decided anew, since a
 * test may set the clock.
 *
 * @param permit one that is permitted
 * @param deny one that a rule denies
 */
record Samples(Optional<Sample> permit, Optional<Sample> deny) {

  /** A request and its decision. */
  record Sample(AccessRequest request, Decision decision) {}

  static Samples of(Snapshot snapshot, LoadResult loaded, Clock clock) {
    return new Samples(
        find(snapshot, loaded, clock, Decision::permitted),
        find(
            snapshot,
            loaded,
            clock,
            decision -> !decision.permitted() && decision.reason().rule().isPresent()));
  }

  private static Optional<Sample> find(
      Snapshot snapshot, LoadResult loaded, Clock clock, Predicate<Decision> wanted) {
    return loaded.tests().stream()
        .map(result -> result.test().request())
        .map(request -> now(request, clock))
        .map(request -> new Sample(request, snapshot.evaluator().decide(request)))
        .filter(sample -> wanted.test(sample.decision()))
        .findFirst();
  }

  private static AccessRequest now(AccessRequest request, Clock clock) {
    return new AccessRequest(
        request.subject(),
        request.action(),
        request.resource(),
        request.context(),
        request.actor(),
        clock.instant());
  }
}
