package dev.verdict.server.metrics;

import dev.verdict.policy.snapshot.LoadResult;
import dev.verdict.policy.snapshot.Snapshot;
import dev.verdict.server.repository.LoadFailure;
import dev.verdict.server.repository.PollOutcome;
import dev.verdict.server.repository.RepositoryListener;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Counts what becomes of the policy repository, and shows the active snapshot. Every look is
 * counted, so that a rate tells a repository that is still broken from one that was.
 */
public final class RepositoryMetrics implements RepositoryListener {

  private final InstantSource clock;
  private final MeterTable<PollOutcome, Counter> looks;
  private volatile @Nullable ActiveSnapshot active;

  private record ActiveSnapshot(int rules, Instant since) {}

  /**
   * @param clock tells the age of the active snapshot
   */
  RepositoryMetrics(MeterRegistry registry, InstantSource clock) {
    this.clock = clock;
    looks = MeterTable.of(PollOutcome.class, outcome -> look(registry, outcome));
    TimeGauge.builder("verdict.snapshot.age", this::ageInSeconds, TimeUnit.SECONDS)
        .description("Time since the active snapshot became active; NaN before the first")
        .register(registry);
    Gauge.builder("verdict.snapshot.rules", this::rules)
        .description("Rules in the active snapshot")
        .register(registry);
  }

  @Override
  public void activated(Snapshot snapshot, LoadResult loaded, Duration took) {
    activated(snapshot.contents().rules(), clock.instant());
  }

  void activated(int rules, Instant since) {
    active = new ActiveSnapshot(rules, since);
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
    looks.at(outcome).increment();
  }

  private static Counter look(MeterRegistry registry, PollOutcome outcome) {
    return Counter.builder("verdict.snapshot.activations")
        .description("Looks at the policy repository, by what became of them")
        .tag("outcome", MeterTable.word(outcome))
        .register(registry);
  }

  private double ageInSeconds() {
    ActiveSnapshot snapshot = active;
    return snapshot == null
        ? Double.NaN
        : Duration.between(snapshot.since(), clock.instant()).toMillis() / 1_000.0;
  }

  private int rules() {
    ActiveSnapshot snapshot = active;
    return snapshot == null ? 0 : snapshot.rules();
  }
}
