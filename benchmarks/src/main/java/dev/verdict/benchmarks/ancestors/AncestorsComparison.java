package dev.verdict.benchmarks.ancestors;

import dev.verdict.benchmarks.measure.JmhRun;
import dev.verdict.benchmarks.measure.Score;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;

/** Runs {@link AncestorsBenchmark} and sets its results side by side. */
public final class AncestorsComparison {

  private AncestorsComparison() {}

  /**
   * Measures and prints.
   *
   * @param jmhOptions such as {@code -f 3} or {@code -p rules=10}
   */
  public static void run(String[] jmhOptions, PrintStream out)
      throws RunnerException, CommandLineOptionException {
    print(JmhRun.of(AncestorsBenchmark.class, jmhOptions), out);
  }

  private static void print(List<Score> scores, PrintStream out) {
    double floor =
        scores.stream()
            .filter(AncestorsComparison::isSingle)
            .mapToDouble(Score::cpu)
            .findFirst()
            .orElse(Double.NaN);
    out.printf(
        "%n%-8s %-11s %10s %12s %10s %8s%n",
        "rules", "written", "wall ns", "CPU ns", "bytes", "ratio");
    for (Score score : scores) {
      out.printf(
          Locale.ROOT,
          "%-8s %-11s %10.1f %12.1f %10.0f %8.2f%n",
          isSingle(score) ? "1" : score.parameter("rules"),
          isSingle(score) ? Asking.WITHIN : score.parameter("asking"),
          score.wall(),
          score.cpu(),
          score.bytes(),
          score.cpu() / floor);
    }
    out.println(
        "medians of all iterations; ratio: CPU time over that of the single rule in the same run");
  }

  private static boolean isSingle(Score score) {
    return score.method().equals("single");
  }
}
