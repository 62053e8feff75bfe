package dev.verdict.benchmarks.soak;

import dev.verdict.benchmarks.soak.traffic.TrafficResult;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a run has shown.
 *
 * @param plan of the run
 * @param alive whether the process was there at the end
 * @param traffic of honest callers during the attack
 * @param watch what was seen of the process
 * @param processor milliseconds that the process had used before the attack, and at its end
 * @param descriptors open before the attack, and a while after it
 * @param temporary bytes in temporary files, before and after
 * @param log bytes that were logged, before and after
 * @param told what each shape heard, by name
 * @param lastWords the end of the log of a process that has ended
 */
record SoakResult(
    SoakPlan plan,
    boolean alive,
    TrafficResult traffic,
    Watch watch,
    Change processor,
    Change descriptors,
    Change temporary,
    Change log,
    Map<String, String> told,
    String lastWords) {

  private static final double P99_PART = 0.99;
  private static final double MEGABYTE = 1 << 20;
  private static final double MAX_P99 = 250;

  /** Milliseconds in a short run, which has to pass on a slow machine too. */
  private static final double MAX_P99_OF_SHORT = 1_000;

  private static final double MAX_RESIDENT_GROWTH = 32;
  private static final double MAX_HEAP_GROWTH = 16;

  /** Megabytes in a short run, in which the caches of the server are still filling. */
  private static final double MAX_HEAP_GROWTH_OF_SHORT = 32;

  private static final Duration SHORT = Duration.ofMinutes(10);
  private static final int MAX_DESCRIPTORS = 20;
  private static final double MAX_TEMPORARY_GROWTH = 1;
  private static final double MAX_LOG_PER_MINUTE = 1;

  /** A quantity before and after. */
  record Change(long before, long after) {

    long growth() {
      return after - before;
    }
  }

  SoakResult {
    told = Map.copyOf(told);
  }

  boolean passed() {
    return checks().stream().allMatch(Check::passed);
  }

  /** What has to hold of a short run, too: alive, every answer right and in time. */
  boolean withstood() {
    return alive && traffic.wrong() == 0 && traffic.failed() == 0 && p99() < MAX_P99;
  }

  /** Milliseconds, of the calls that were due once the server had settled. */
  double p99() {
    return traffic.settledPercentile(P99_PART);
  }

  /** Milliseconds, of all calls. */
  double p99FromTheBeginning() {
    return traffic.percentile(P99_PART);
  }

  /** Percent of one core that the server used; not a number where it has ended. */
  double processorPercent() {
    return alive ? 100.0 * processor.growth() / plan.time().toMillis() : Double.NaN;
  }

  double peakResidentMegabytes() {
    return watch.resident().max() / MEGABYTE;
  }

  private boolean isShort() {
    return plan.time().compareTo(SHORT) < 0;
  }

  /** Everything that has to hold. */
  List<Check> checks() {
    return List.of(
        new Check("process", alive ? "alive" : "ended", "alive", alive),
        new Check(
            "answers, after " + plan.settling().toSeconds() + " s",
            traffic.calls()
                + " calls, "
                + traffic.wrong()
                + " wrong, "
                + traffic.failed()
                + " failed ("
                + traffic.failedEarly()
                + " before that)",
            "every one right",
            traffic.calls() > 0 && traffic.wrong() == 0 && traffic.failed() == 0),
        below(
            "p99 of honest calls, after " + plan.settling().toSeconds() + " s",
            p99(),
            isShort() ? MAX_P99_OF_SHORT : MAX_P99,
            "ms"),
        new Check(
            "/healthz, after " + plan.settling().toSeconds() + " s",
            watch.healthy() + " in time, " + watch.unhealthy() + " not",
            "always in time",
            watch.healthy() > 0 && watch.unhealthy() == 0),
        below(
            "growth of memory, last half",
            watch.resident().growthOverLastHalf() / MEGABYTE,
            MAX_RESIDENT_GROWTH,
            "MB"),
        below(
            "growth of heap after collections, last half",
            watch.heap().growthOverLastHalf() / MEGABYTE,
            isShort() ? MAX_HEAP_GROWTH_OF_SHORT : MAX_HEAP_GROWTH,
            "MB"),
        below("open files more than before", (double) descriptors.growth(), MAX_DESCRIPTORS, ""),
        below(
            "growth of temporary files", temporary.growth() / MEGABYTE, MAX_TEMPORARY_GROWTH, "MB"),
        below(
            "log in a minute",
            log.growth() / MEGABYTE / (plan.time().toSeconds() / 60.0),
            MAX_LOG_PER_MINUTE,
            "MB"));
  }

  private static Check below(String name, double measured, double bound, String unit) {
    return new Check(
        name,
        String.format(Locale.ROOT, "%.1f %s", measured, unit).strip(),
        String.format(Locale.ROOT, "< %.0f %s", bound, unit).strip(),
        measured < bound);
  }
}
