package dev.verdict.benchmarks.measure;

import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** How long calls took, to three digits. Safe for many threads. */
public final class Latencies {

  private static final int DIGITS = 3;
  private static final double NANOSECONDS_PER_MICROSECOND = 1_000;

  private final Histogram histogram = new ConcurrentHistogram(DIGITS);

  /** Adds a call, in nanoseconds. */
  public void add(long took) {
    histogram.recordValue(Math.max(0, took));
  }

  /** How many calls there were. */
  public long count() {
    return histogram.getTotalCount();
  }

  /**
   * Microseconds that this part of the calls did not take longer than; not a number where there
   * were none.
   *
   * @param part above 0, up to 1, which is the slowest
   */
  public double percentile(double part) {
    return count() == 0
        ? Double.NaN
        : histogram.getValueAtPercentile(100 * part) / NANOSECONDS_PER_MICROSECOND;
  }
}
