package dev.verdict.benchmarks.measure;

import java.util.List;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs all benchmarks of one class. */
public final class JmhRun {

  private JmhRun() {}

  /**
   * Measures; fails where a benchmark fails.
   *
   * @param jmhOptions such as {@code -f 3} or {@code -p rules=10}
   */
  public static List<Score> of(Class<?> benchmarks, String[] jmhOptions)
      throws RunnerException, CommandLineOptionException {
    var options =
        new OptionsBuilder()
            .parent(new CommandLineOptions(jmhOptions))
            .shouldFailOnError(true)
            .include(benchmarks.getName())
            .addProfiler(GCProfiler.class)
            .addProfiler(CpuTimeProfiler.class)
            .build();
    return new Runner(options).run().stream().map(Score::of).toList();
  }
}
