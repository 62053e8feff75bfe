package dev.verdict.benchmarks.slots;

import dev.verdict.benchmarks.measure.JmhRun;
import dev.verdict.benchmarks.measure.Table;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Map;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;

/** Runs {@link SlotsBenchmark} and sets its results side by side. */
public final class SlotsComparison {

  private SlotsComparison() {}

  /**
   * Measures and prints.
   *
   * @param jmhOptions such as {@code -f 3}
   */
  public static void run(String[] jmhOptions, PrintStream out)
      throws RunnerException, CommandLineOptionException {
    int width = new WidePolicy().width();
    Map<String, String> names = new LinkedHashMap<>();
    names.put("decision", "the decision");
    names.put("pairsToRequest", width + " pairs to a request");
    names.put("requestToSlots", "request to " + width + " slots");
    names.put("pairsToSlots", width + " pairs to slots");
    new Table("step", names, "decision").print(JmhRun.of(SlotsBenchmark.class, jmhOptions), out);
  }
}
