package dev.verdict.benchmarks.service;

import dev.verdict.benchmarks.evaluator.Spread;
import dev.verdict.benchmarks.evaluator.Workload;
import dev.verdict.benchmarks.measure.Rotation;
import dev.verdict.policy.decision.Decision;
import dev.verdict.policy.request.AccessRequest;
import dev.verdict.policy.snapshot.Snapshot;
import dev.verdict.server.cache.CachedDecisions;
import dev.verdict.server.cache.LookupListener;
import dev.verdict.server.decision.Ask;
import dev.verdict.server.decision.DecisionService;
import dev.verdict.server.decision.Door;
import dev.verdict.server.decision.EvaluatedDecisions;
import dev.verdict.server.decision.GrantLog;
import dev.verdict.server.decision.SnapshotDecider;
import dev.verdict.server.decision.SnapshotDecisions;
import dev.verdict.server.identity.Caller;
import dev.verdict.server.identity.Vouchers;
import dev.verdict.server.metrics.MeteredDecisions;
import dev.verdict.server.metrics.ServerMetrics;
import dev.verdict.server.rights.CallerRights;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One decision through log, metrics and cache; the ask is made anew for each. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class ServiceBenchmark {

  private static final int RULES = 1_000;
  private static final long CACHE_BYTES = 16_000_000;
  private static final Caller CALLER =
      new Caller(Optional.empty(), Optional.empty(), CallerRights.ALL);

  /** Policies, the services over them, and questions. */
  @State(Scope.Thread)
  public static class Input {
    private final Workload workload = new Workload(RULES, Spread.TYPES);
    private final Snapshot snapshot = workload.load();
    private final ServerMetrics metrics = new ServerMetrics(Clock.systemUTC());
    private final Rotation<AccessRequest> requests =
        Rotation.of(workload.questions(), request -> request);
    private final DecisionService uncached = around(new EvaluatedDecisions());
    private final DecisionService cached =
        around(
            new CachedDecisions(
                new EvaluatedDecisions(),
                CACHE_BYTES,
                Duration.ofHours(1),
                System::nanoTime,
                new Unheard()));

    private DecisionService around(SnapshotDecider decider) {
      return new GrantLog(
          new MeteredDecisions(
              new SnapshotDecisions(() -> snapshot, decider),
              metrics.decisions(),
              System::nanoTime));
    }

    private Ask next() {
      return new Ask(requests.next(), CALLER, Door.GRPC, Optional.empty(), Vouchers.CALLER_ALONE);
    }
  }

  private static final class Unheard implements LookupListener {
    @Override
    public void cacheHit() {}

    @Override
    public void cacheMiss() {}
  }

  /** What the service cannot be faster than. */
  @Benchmark
  public Decision evaluated(Input input) {
    return input.snapshot.decide(input.requests.next());
  }

  /** Each decision is made. */
  @Benchmark
  public Decision decided(Input input) {
    return input.uncached.decide(input.next()).value();
  }

  /** Each decision was made before. */
  @Benchmark
  public Decision remembered(Input input) {
    return input.cached.decide(input.next()).value();
  }
}
