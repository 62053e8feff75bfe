package dev.verdict.benchmarks.measure;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

/**
 * What one JMH method has shown: medians of the iterations of all forks, in which one that a
 * neighbour or a collection disturbed counts as one.
 *
 * @param method the name of the method
 * @param parameters of the run, by name
 * @param wall nanoseconds for each operation, as JMH measures them
 * @param cpu nanoseconds of CPU time of the measuring thread for each operation
 * @param bytes that each operation allocates
 */
public record Score(
    String method, Map<String, String> parameters, double wall, double cpu, double bytes) {

  private static final String ALLOCATION = "gc.alloc.rate.norm";

  static Score of(RunResult run) {
    var params = run.getParams();
    String benchmark = params.getBenchmark();
    return new Score(
        benchmark.substring(benchmark.lastIndexOf('.') + 1),
        params.getParamsKeys().stream().collect(Collectors.toMap(key -> key, params::getParam)),
        median(run, IterationResult::getPrimaryResult),
        secondary(run, CpuTimeProfiler.LABEL),
        secondary(run, ALLOCATION));
  }

  /** The value of a parameter; empty text where the method has none of that name. */
  public String parameter(String name) {
    return parameters.getOrDefault(name, "");
  }

  private static double secondary(RunResult run, String label) {
    return median(
        run,
        iteration ->
            iteration.getSecondaryResults().entrySet().stream()
                .filter(entry -> entry.getKey().endsWith(label))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow());
  }

  private static double median(RunResult run, Function<IterationResult, Result<?>> which) {
    double[] scores =
        run.getBenchmarkResults().stream()
            .flatMap(fork -> fork.getIterationResults().stream())
            .map(which)
            .mapToDouble(Result::getScore)
            .sorted()
            .toArray();
    return scores[scores.length / 2];
  }
}
