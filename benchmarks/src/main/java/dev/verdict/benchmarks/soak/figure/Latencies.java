package dev.verdict.benchmarks.soak.figure;

import java.util.Arrays;

/** How long calls took. Safe for many threads. */
public final class Latencies {

  private static final double NANOSECONDS_PER_MILLISECOND = 1e6;

  private long[] nanoseconds = new long[4_096];
  private int count;

  /** Adds a call. */
  public synchronized void add(long took) {
    if (count == nanoseconds.length) {
      nanoseconds = Arrays.copyOf(nanoseconds, 2 * count);
    }
    nanoseconds[count++] = took;
  }

  /** How many calls there were. */
  public synchronized int count() {
    return count;
  }

  /**
   * Milliseconds that this part of the calls did not take longer than (the nearest rank); not a
   * number where there were none.
   *
   * @param part above 0, up to 1, which is the slowest
   */
  public synchronized double percentile(double part) {
    if (count == 0) {
      return Double.NaN;
    }
    long[] sorted = Arrays.copyOf(nanoseconds, count);
    Arrays.sort(sorted);
    return sorted[(int) Math.ceil(part * count) - 1] / NANOSECONDS_PER_MILLISECOND;
  }
}
