package dev.verdict.benchmarks.service;

import dev.verdict.benchmarks.measure.JmhRun;
import dev.verdict.benchmarks.measure.Table;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Map;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;

/** Runs {@link ServiceBenchmark} and sets its results side by side. */
public final class ServiceComparison {

  private ServiceComparison() {}

  /**
   * Measures and prints.
   *
   * @param jmhOptions such as {@code -f 3}
   */
  public static void run(String[] jmhOptions, PrintStream out)
      throws RunnerException, CommandLineOptionException {
    Map<String, String> names = new LinkedHashMap<>();
    names.put("evaluated", "the evaluator alone");
    names.put("decided", "the service, no cache");
    names.put("remembered", "the service, from the cache");
    new Table("decision", names, "evaluated")
        .print(JmhRun.of(ServiceBenchmark.class, jmhOptions), out);
  }
}
