package dev.verdict.benchmarks.soak.traffic;

import dev.verdict.benchmarks.measure.Latencies;
import dev.verdict.benchmarks.soak.figure.Timeline;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What became of the calls of honest callers. Safe for many threads. */
public final class TrafficResult {

  /** More than an honest caller should have to wait, in nanoseconds. */
  private static final long SLOW = 250_000_000;

  private static final double MICROSECONDS_PER_MILLISECOND = 1_000;

  private final long settled;
  private final Latencies latencies = new Latencies();
  private final Latencies settledLatencies = new Latencies();
  private final Timeline late = new Timeline();
  private final Map<String, Integer> complaints = new TreeMap<>();
  private int right;
  private int wrong;
  private int failed;
  private int failedEarly;

  TrafficResult(Duration settling) {
    settled = System.nanoTime() + settling.toNanos();
  }

  synchronized void right(long took) {
    took(took);
    right++;
  }

  synchronized void wrong(long took, String complaint) {
    took(took);
    wrong++;
    complaints.merge(complaint, 1, Integer::sum);
  }

  synchronized void failed(long took, String complaint) {
    took(took);
    if (isSettled(took)) {
      failed++;
    } else {
      failedEarly++;
    }
    complaints.merge(complaint, 1, Integer::sum);
  }

  private void took(long took) {
    latencies.add(took);
    if (isSettled(took)) {
      settledLatencies.add(took);
    }
    if (took > SLOW) {
      late.happened();
    }
  }

  private boolean isSettled(long took) {
    return System.nanoTime() - took - settled > 0;
  }

  /** How many calls ended, in whatever way. */
  public synchronized int calls() {
    return right + wrong + failed + failedEarly;
  }

  /** How many answers were not the known one. */
  public synchronized int wrong() {
    return wrong;
  }

  /** Number of calls without an answer that were due after the settling time. */
  public synchronized int failed() {
    return failed;
  }

  /** Number of calls without an answer that were due during the settling time. */
  public synchronized int failedEarly() {
    return failedEarly;
  }

  /**
   * Milliseconds from when a question should have been put to its answer, for this part of all
   * calls; one that failed counts with the time until then.
   */
  public double percentile(double part) {
    return latencies.percentile(part) / MICROSECONDS_PER_MILLISECOND;
  }

  /** Like {@link #percentile}, only of calls that were due after the settling time. */
  public double settledPercentile(double part) {
    return settledLatencies.percentile(part) / MICROSECONDS_PER_MILLISECOND;
  }

  /** The number of calls above 250 ms in each ten seconds of the run, see {@link Timeline}. */
  public String late() {
    return late.text();
  }

  /** What was wrong, and how often; empty where nothing was. */
  public synchronized String complaints() {
    return complaints.entrySet().stream()
        .map(complaint -> complaint.getKey() + " x" + complaint.getValue())
        .collect(Collectors.joining("; "));
  }
}
