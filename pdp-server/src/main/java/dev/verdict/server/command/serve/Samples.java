package dev.verdict.server.command.serve;

import dev.verdict.policy.decision.Decision;
import dev.verdict.policy.request.AccessRequest;
import dev.verdict.policy.snapshot.LoadResult;
import dev.verdict.policy.snapshot.Snapshot;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Requests for a newcomer to try: taken from the tests of the authors and decided anew, since a
 * test may set the clock.
 *
 * @param permit one that is permitted
 * @param deny one that a rule denies
 */
record Samples(Optional<Sample> permit, Optional<Sample> deny) {

  /** A request and its decision. */
  record Sample(AccessRequest request, Decision decision) {

    boolean isDeniedByRule() {
      return !decision.permitted() && decision.reason().rule().isPresent();
    }

    /** Whether only the subject is another one. */
    boolean differsInSubjectFrom(Sample other) {
      return request.action().equals(other.request.action())
          && request.resource().equals(other.request.resource())
          && !request.subject().equals(other.request.subject());
    }
  }

  /** A permit and a deny of the same action on the same resource, where there are such. */
  static Samples of(Snapshot snapshot, LoadResult loaded, Clock clock) {
    List<Sample> samples =
        loaded.tests().stream()
            .map(result -> result.test().request().at(clock.instant()))
            .map(request -> new Sample(request, snapshot.decide(request)))
            .toList();
    List<Sample> permits =
        samples.stream().filter(sample -> sample.decision().permitted()).toList();
    List<Sample> denies = samples.stream().filter(Sample::isDeniedByRule).toList();
    return permits.stream()
        .flatMap(permit -> pairs(permit, denies))
        .findFirst()
        .orElseGet(() -> new Samples(permits.stream().findFirst(), denies.stream().findFirst()));
  }

  private static Stream<Samples> pairs(Sample permit, List<Sample> denies) {
    return denies.stream()
        .filter(permit::differsInSubjectFrom)
        .map(deny -> new Samples(Optional.of(permit), Optional.of(deny)));
  }
}
