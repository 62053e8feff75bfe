package dev.verdict.benchmarks.evaluator;

import dev.verdict.benchmarks.measure.Rotation;
import dev.verdict.policy.decision.Decision;
import dev.verdict.policy.request.AccessRequest;
import dev.verdict.policy.snapshot.Snapshot;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Time of one decision among many rules, and of the rule that decides written by hand. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 9, time = 1)
@Fork(1)
public class EvaluatorBenchmark {

  /** A loaded repository, and questions to it in turn. */
  @State(Scope.Thread)
  @SuppressWarnings("NullAway.Init") // JMH calls load before anything else
  public static class Repository {

    /** How many rules there are. */
    @Param({"10", "1000", "100000"})
    public int rules;

    /** What tells them apart. */
    @Param({"TYPES", "ACTIONS", "EQUALITY"})
    public Spread spread = Spread.TYPES;

    private Snapshot snapshot;
    private Rotation<AccessRequest> questions;

    /** Loads it once for each fork. */
    @Setup(Level.Trial)
    public void load() {
      var workload = new Workload(rules, spread);
      snapshot = workload.load();
      questions = Rotation.of(workload.questions(), question -> question);
      // what loading left behind would be collected while decisions are timed
      System.gc();
    }
  }

  /** Rules that no index tells apart. */
  @State(Scope.Thread)
  @SuppressWarnings("NullAway.Init") // JMH calls load before anything else
  public static class Unindexed {

    /** How many rules there are. */
    @Param("10000")
    public int rules;

    /** Whether roles leave nine of ten rules out before their conditions. */
    @Param({"UNINDEXED", "CANDIDATES"})
    public Spread scanned = Spread.UNINDEXED;

    private Snapshot snapshot;
    private Rotation<AccessRequest> questions;

    /** Loads it once for each fork. */
    @Setup(Level.Trial)
    public void load() {
      var workload = new Workload(rules, scanned);
      snapshot = workload.load();
      questions = Rotation.of(workload.questions(), question -> question);
      System.gc();
    }
  }

  /** The rule by itself. */
  @State(Scope.Thread)
  public static class ByHand {

    private final HandWrittenRule rule = new HandWrittenRule();
    private final Rotation<AccessRequest> questions =
        Rotation.of(
            new Workload(RepositoryText.RULES_EACH, Spread.TYPES).questions(),
            question -> question);
  }

  /** The decision of Verdict. */
  @Benchmark
  public Decision evaluator(Repository repository) {
    return repository.snapshot.decide(repository.questions.next());
  }

  /** The decision of Verdict where no index helps. */
  @Benchmark
  public Decision unindexed(Unindexed repository) {
    return repository.snapshot.decide(repository.questions.next());
  }

  /** The same decision by hand. */
  @Benchmark
  public Decision handWritten(ByHand byHand) {
    return byHand.rule.decide(byHand.questions.next());
  }
}
