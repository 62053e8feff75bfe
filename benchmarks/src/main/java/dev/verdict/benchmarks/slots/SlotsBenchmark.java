package dev.verdict.benchmarks.slots;

import dev.verdict.benchmarks.measure.Rotation;
import dev.verdict.policy.condition.Frame;
import dev.verdict.policy.decision.Decision;
import dev.verdict.policy.request.AccessRequest;
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

/** Time from 28 names with their values to slots, and of the decision that they are for. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 9, time = 1)
@Fork(1)
public class SlotsBenchmark {

  /** Policies and questions to them. */
  @State(Scope.Thread)
  public static class Input {
    private final WidePolicy policy = new WidePolicy();
    private final Rotation<WideRequest> decoded =
        Rotation.of(WideRequest.all(), request -> request);
    private final Rotation<AccessRequest> requests =
        Rotation.of(WideRequest.all(), WideRequest::request);
  }

  /** The decision, which reads the attributes that it needs. */
  @Benchmark
  public Decision decision(Input input) {
    return input.policy.evaluator().decide(input.requests.next());
  }

  /** What a door does once for each request. */
  @Benchmark
  public AccessRequest pairsToRequest(Input input) {
    return input.decoded.next().request();
  }

  /** All slots, as if rules read every attribute. */
  @Benchmark
  public Frame requestToSlots(Input input) {
    return input.policy.fill(input.requests.next());
  }

  /** Both. */
  @Benchmark
  public Frame pairsToSlots(Input input) {
    return input.policy.fill(input.decoded.next().request());
  }
}
