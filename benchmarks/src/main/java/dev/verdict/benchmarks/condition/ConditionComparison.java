package dev.verdict.benchmarks.condition;

import dev.verdict.benchmarks.measure.JmhRun;
import dev.verdict.benchmarks.measure.Table;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Map;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;

/** Runs {@link ConditionBenchmark} and sets its results side by side. */
public final class ConditionComparison {

  private static final int REPETITIONS = 9;
  private static final int ROUNDS = 10_000;

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
    new Table("evaluator", names(), "handWritten")
        .print(JmhRun.of(ConditionBenchmark.class, jmhOptions), out);
    new FirstEvaluations(repetitions, rounds).run(out);
  }

  private static Map<String, String> names() {
    var names = new LinkedHashMap<String, String>();
    names.put("handWritten", "hand-written");
    names.put("nodes", "nodes over slots (Verdict)");
    names.put("hiddenClass", "hidden class over slots");
    names.put("jexl", "JEXL, locked down");
    names.put("celMaps", "CEL, interpreter, maps");
    names.put("celVariables", "CEL, planner, typed variables");
    return names;
  }
}
