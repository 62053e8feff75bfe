package dev.verdict.benchmarks.loading;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;

/**
 * A part of loading, measured.
 *
 * @param name of the part
 * @param wall milliseconds
 * @param cpu milliseconds of the loading thread
 * @param process milliseconds of CPU of all threads, among them those that compile and collect
 */
record Step(String name, double wall, double cpu, double process) {

  /** Measures one part after the other. */
  static final class Clock {

    private long wall;
    private long cpu;
    private long process;

    Clock() {
      restart();
    }

    /** The part that ends now; the next begins. */
    Step lap(String name) {
      long wallBefore = wall;
      long cpuBefore = cpu;
      long processBefore = process;
      restart();
      return new Step(
          name,
          millis(wall - wallBefore),
          millis(cpu - cpuBefore),
          millis(process - processBefore));
    }

    void restart() {
      wall = System.nanoTime();
      cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      process =
          ProcessHandle.current()
              .info()
              .totalCpuDuration()
              .map(duration -> duration.toNanos())
              .orElse(0L);
    }

    private static double millis(long nanoseconds) {
      return nanoseconds / 1_000_000.0;
    }
  }

  /** The same under another name. */
  Step called(String other) {
    return new Step(other, wall, cpu, process);
  }

  /** Parts as one. */
  static Step sum(String name, List<Step> parts) {
    return new Step(
        name,
        parts.stream().mapToDouble(Step::wall).sum(),
        parts.stream().mapToDouble(Step::cpu).sum(),
        parts.stream().mapToDouble(Step::process).sum());
  }

  /** The middle of each number by itself. */
  static Step median(List<Step> steps) {
    return new Step(
        steps.get(0).name(),
        median(steps.stream().mapToDouble(Step::wall).sorted().toArray()),
        median(steps.stream().mapToDouble(Step::cpu).sorted().toArray()),
        median(steps.stream().mapToDouble(Step::process).sorted().toArray()));
  }

  private static double median(double[] sorted) {
    return sorted[sorted.length / 2];
  }

  /** One line, for another process. */
  String line() {
    return String.format(Locale.ROOT, "%s\t%f\t%f\t%f", name, wall, cpu, process);
  }

  /** What {@link #line()} said. */
  static Step of(String line) {
    List<String> parts = List.of(line.split("\t", -1));
    return new Step(
        parts.get(0),
        Double.parseDouble(parts.get(1)),
        Double.parseDouble(parts.get(2)),
        Double.parseDouble(parts.get(3)));
  }
}
