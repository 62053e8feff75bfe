package dev.verdict.benchmarks.load.traffic;

import java.util.concurrent.TimeUnit;

/**
 * When calls are due: at a constant rate, whatever became of those before. What counts as the begin
 * of a call is the moment that it was due and not the one in which it was sent, so that neither a
 * stalled server nor a late caller hides the time (no coordinated omission).
 *
 * @param start {@link System#nanoTime} of the first call
 * @param callsPerSecond above 0
 */
public record Schedule(long start, double callsPerSecond) {

  private static final double SECOND = TimeUnit.SECONDS.toNanos(1);

  /** When this call is due, the first of which has the number 0. */
  public long due(long number) {
    // not a whole interval times the number: what is rounded off would add up
    return start + Math.round(number * (SECOND / callsPerSecond));
  }
}
