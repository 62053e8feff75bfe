package dev.verdict.benchmarks.ancestors;

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

/** Time of one decision among many rules, each for those who lie in another group. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 9, time = 1)
@Fork(1)
public class AncestorsBenchmark {

  /** A loaded repository, and questions to it in turn. */
  @State(Scope.Thread)
  @SuppressWarnings("NullAway.Init") // JMH calls load before anything else
  public static class Repository {

    /** Number of rules, each for another group. */
    @Param({"10", "120", "10000"})
    public int rules;

    /** The form of their conditions. */
    @Param({"WITHIN", "ONE_BY_ONE"})
    public Asking asking = Asking.WITHIN;

    private Snapshot snapshot;
    private Rotation<AccessRequest> questions;

    /** Loads it once for each fork. */
    @Setup(Level.Trial)
    public void load() {
      var workload = new GroupsWorkload(rules, asking);
      snapshot = workload.load();
      questions = Rotation.of(workload.questions(), question -> question);
      System.gc();
    }
  }

  /** A repository with a single rule, about a group that every user of the questions lies in. */
  @State(Scope.Thread)
  public static class Single {

    private final GroupsWorkload workload = new GroupsWorkload(1, Asking.WITHIN);
    private final Snapshot snapshot = workload.load();
    private final Rotation<AccessRequest> questions =
        Rotation.of(workload.questions(), question -> question);
  }

  /** Among many rules. */
  @Benchmark
  public Decision many(Repository repository) {
    return repository.snapshot.decide(repository.questions.next());
  }

  /** The baseline of the ratios: a decision by the single rule. */
  @Benchmark
  public Decision single(Single single) {
    return single.snapshot.decide(single.questions.next());
  }
}
