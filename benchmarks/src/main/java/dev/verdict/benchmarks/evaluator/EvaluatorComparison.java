package dev.verdict.benchmarks.evaluator;

import java.io.PrintStream;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs {@link EvaluatorBenchmark} and sets its results side by side. */
public final class EvaluatorComparison {

  private static final String ALLOCATION = "gc.alloc.rate.norm";

  private EvaluatorComparison() {}

  /**
   * Measures and prints.
   *
   * @param jmhOptions such as {@code -f 3} or {@code -p rules=10}
   */
  public static void run(String[] jmhOptions, PrintStream out)
      throws RunnerException, CommandLineOptionException {
    var options =
        new OptionsBuilder()
            .parent(new CommandLineOptions(jmhOptions))
            .shouldFailOnError(true)
            .include(EvaluatorBenchmark.class.getName())
            .addProfiler(GCProfiler.class)
            .addProfiler(CpuTimeProfiler.class)
            .build();
    print(new Runner(options).run(), out);
  }

  private static void print(Collection<RunResult> results, PrintStream out) {
    double floor =
        results.stream()
            .filter(result -> !isEvaluator(result))
            .mapToDouble(EvaluatorComparison::cpu)
            .findFirst()
            .orElse(Double.NaN);
    out.printf(
        "%n%-12s %-8s %10s %12s %10s %8s%n",
        "rules", "spread", "wall ns", "CPU ns", "bytes", "ratio");
    for (RunResult result : results) {
      out.printf(
          Locale.ROOT,
          "%-12s %-8s %10.1f %12.1f %10.0f %8.2f%n",
          isEvaluator(result) ? result.getParams().getParam("rules") : "hand-written",
          isEvaluator(result) ? result.getParams().getParam("spread") : "",
          median(result, IterationResult::getPrimaryResult),
          cpu(result),
          secondary(result, ALLOCATION),
          cpu(result) / floor);
    }
    out.println(
        "medians of all iterations; ratio: CPU time over that of the hand-written rule in the same"
            + " run");
  }

  private static boolean isEvaluator(RunResult result) {
    return result.getParams().getBenchmark().endsWith(".evaluator");
  }

  private static double cpu(RunResult result) {
    return secondary(result, CpuTimeProfiler.LABEL);
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

  /**
   * Of the iterations of all forks: one that a neighbour or a collection disturbed counts as one.
   */
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
