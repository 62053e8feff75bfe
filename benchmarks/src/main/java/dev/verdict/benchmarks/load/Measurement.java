package dev.verdict.benchmarks.load;

import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/** What runs of one load have shown. Not changed once made. */
final class Measurement {

  private final long[] sorted;
  private final double seconds;
  private final double cpuSeconds;

  /**
   * One run.
   *
   * @param nanoseconds that each call took, at least one
   * @param seconds that the run took
   * @param cpuSeconds that client and server together spent
   */
  Measurement(LongStream nanoseconds, double seconds, double cpuSeconds) {
    this.sorted = nanoseconds.sorted().toArray();
    this.seconds = seconds;
    this.cpuSeconds = cpuSeconds;
    if (sorted.length == 0) {
      throw new IllegalArgumentException("calls: 0 (expected: at least one)");
    }
  }

  /** Several runs as if they were one. */
  static Measurement together(List<Measurement> runs) {
    return new Measurement(
        runs.stream().flatMapToLong(run -> Arrays.stream(run.sorted)),
        runs.stream().mapToDouble(run -> run.seconds).sum(),
        runs.stream().mapToDouble(run -> run.cpuSeconds).sum());
  }

  int calls() {
    return sorted.length;
  }

  /** Microseconds that this part of the calls did not take longer than. */
  double percentile(double part) {
    int index = (int) Math.ceil(part * sorted.length) - 1;
    return sorted[Math.max(0, index)] / 1_000.0;
  }

  /** Calls in a second. */
  double throughput() {
    return sorted.length / seconds;
  }

  /** Microseconds of CPU for each call, on both sides of the wire. */
  double cpu() {
    return cpuSeconds * 1_000_000 / sorted.length;
  }
}
