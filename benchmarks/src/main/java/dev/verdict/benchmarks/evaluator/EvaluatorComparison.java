package dev.verdict.benchmarks.evaluator;

import dev.verdict.benchmarks.measure.JmhRun;
import dev.verdict.benchmarks.measure.Score;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;

/** Runs {@link EvaluatorBenchmark} and sets its results side by side. */
public final class EvaluatorComparison {

  private EvaluatorComparison() {}

  /**
   * Measures and prints.
   *
   * @param jmhOptions such as {@code -f 3} or {@code -p rules=10}
   */
  public static void run(String[] jmhOptions, PrintStream out)
      throws RunnerException, CommandLineOptionException {
    print(JmhRun.of(EvaluatorBenchmark.class, jmhOptions), out);
  }

  private static void print(List<Score> scores, PrintStream out) {
    double floor =
        scores.stream()
            .filter(score -> !isEvaluator(score))
            .mapToDouble(Score::cpu)
            .findFirst()
            .orElse(Double.NaN);
    out.printf(
        "%n%-12s %-10s %10s %12s %10s %8s%n",
        "rules", "spread", "wall ns", "CPU ns", "bytes", "ratio");
    for (Score score : scores) {
      out.printf(
          Locale.ROOT,
          "%-12s %-10s %10.1f %12.1f %10.0f %8.2f%n",
          isEvaluator(score) ? score.parameter("rules") : "hand-written",
          score.parameter(score.method().equals("unindexed") ? "scanned" : "spread"),
          score.wall(),
          score.cpu(),
          score.bytes(),
          score.cpu() / floor);
    }
    out.println(
        "medians of all iterations; ratio: CPU time over that of the hand-written rule in the same"
            + " run");
  }

  private static boolean isEvaluator(Score score) {
    return !score.method().equals("handWritten");
  }
}
