package dev.verdict.benchmarks.condition;

import dev.verdict.benchmarks.measure.JmhRun;
import dev.verdict.benchmarks.measure.Score;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;

/** Runs {@link ConditionBenchmark} and sets its results side by side. */
public final class ConditionComparison {

  private static final int REPETITIONS = 9;
  private static final int ROUNDS = 10_000;

  /** What the columns call the methods, in the order to show them. */
  private static final List<List<String>> NAMES =
      List.of(
          List.of("handWritten", "hand-written"),
          List.of("nodes", "nodes over slots (Verdict)"),
          List.of("hiddenClass", "hidden class over slots"),
          List.of("jexl", "JEXL, locked down"),
          List.of("celMaps", "CEL, interpreter, maps"),
          List.of("celVariables", "CEL, planner, typed variables"));

  private ConditionComparison() {}

  /**
   * Measures and prints, after all ways to evaluate the condition have given the same answers.
   *
   * @param jmhOptions such as {@code -f 3}
   */
  public static void run(String[] jmhOptions, PrintStream out)
      throws RunnerException, CommandLineOptionException {
    run(jmhOptions, REPETITIONS, ROUNDS, out);
  }

  /**
   * The same with a measurement of first evaluations of another length.
   *
   * @param repetitions of the first evaluations, at least one
   * @param rounds how often each condition is evaluated there
   */
  public static void run(String[] jmhOptions, int repetitions, int rounds, PrintStream out)
      throws RunnerException, CommandLineOptionException {
    Agreement.check();
    print(JmhRun.of(ConditionBenchmark.class, jmhOptions), out);
    new FirstEvaluations(repetitions, rounds).run(out);
  }

  private static void print(List<Score> scores, PrintStream out) {
    double floor =
        scores.stream()
            .filter(score -> score.method().equals("handWritten"))
            .mapToDouble(Score::cpu)
            .findFirst()
            .orElse(Double.NaN);
    out.printf("%n%-30s %10s %12s %10s %8s%n", "evaluator", "wall ns", "CPU ns", "bytes", "ratio");
    for (List<String> name : NAMES) {
      for (Score score : scores) {
        if (score.method().equals(name.get(0))) {
          out.printf(
              Locale.ROOT,
              "%-30s %10.1f %12.1f %10.0f %8.2f%n",
              name.get(1),
              score.wall(),
              score.cpu(),
              score.bytes(),
              score.cpu() / floor);
        }
      }
    }
    out.println(
        "medians of all iterations; ratio: CPU time over that of the hand-written condition in the"
            + " same run");
  }
}
