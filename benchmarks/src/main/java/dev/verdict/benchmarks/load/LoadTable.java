package dev.verdict.benchmarks.load;

import dev.verdict.benchmarks.measure.Sample;
import java.io.PrintStream;
import java.util.Locale;

/** For people: each row as two lines, the baseline and the server with its ratios to that. */
final class LoadTable implements Report {

  private static final double MEGABYTE = 1 << 20;

  private final PrintStream out;

  LoadTable(PrintStream out) {
    this.out = out;
  }

  /** The names of the columns. */
  void header() {
    line(
        "row",
        "server",
        "calls/s",
        "CPU us/call",
        "B/call",
        "p50 us",
        "p99 us",
        "RSS MB",
        "busy",
        "CPU, calls/s: of the baseline");
  }

  @Override
  public void row(RowResult result) {
    Row row = result.row();
    String baseline =
        switch (row.door().protocol()) {
          case GRPC -> "echo";
          case HTTP -> "empty";
        };
    figures(row.name(), baseline, result.baseline(), "");
    figures("", "verdict", result.subject(), ratios(result));
  }

  @Override
  public void reload(ReloadResult result) {
    out.printf(
        Locale.ROOT,
        "%s, %,d calls/s: p99 %s us; %s us while a change was active %d times: x%.1f; slowest %s us%n",
        result.name(),
        result.callsPerSecond(),
        spread("%.0f", result.quiet()),
        spread("%.0f", result.changing()),
        result.activations(),
        result.ratio(),
        spread("%.0f", result.longest()));
  }

  @Override
  public void start(StartResult result) {
    out.printf(
        Locale.ROOT,
        "start of %s: first right answer after %s ms and %s s of processor time; RSS %.0f MB%n",
        result.program(),
        spread("%.0f", result.milliseconds()),
        spread("%.2f", result.cpuSeconds()),
        result.residentBytes().median() / MEGABYTE);
  }

  /** What the columns say. */
  void footer(Plan plan) {
    out.printf(
        Locale.ROOT,
        """

        medians of %d rounds of %.1f s, baseline and server in turns; +- is half of what lies between the
        smallest and the largest. calls/s, CPU and bytes under full load (closed loop), p50 and p99 at half of
        these calls/s (open loop, from the moment a call was due). CPU of the server process, all its threads;
        busy: the part of its processor core that it used under full load.
        """,
        plan.rounds(),
        plan.turn().toMillis() / 1e3);
  }

  private static String ratios(RowResult result) {
    int decisions = result.row().door().decisions();
    String ratios =
        String.format(Locale.ROOT, "x%.2f, x%.2f", result.cpuRatio(), result.throughputRatio());
    return decisions == 1
        ? ratios
        : String.format(
            Locale.ROOT,
            "%s; CPU %.1f us/decision",
            ratios,
            result.subject().cpu().median() / decisions);
  }

  private void figures(String name, String server, Figures figures, String ratios) {
    line(
        name,
        server,
        spread("%.0f", figures.throughput()),
        spread("%.1f", figures.cpu()),
        String.format(Locale.ROOT, "%.0f", figures.bytes().median()),
        spread("%.0f", figures.p50()),
        spread("%.0f", figures.p99()),
        String.format(Locale.ROOT, "%.0f", figures.residentBytes() / MEGABYTE),
        String.format(Locale.ROOT, "%.2f", figures.busy().median()),
        ratios);
  }

  private void line(Object... cells) {
    out.println(
        String.format(Locale.ROOT, "%-24s %-8s %14s %13s %8s %13s %13s %6s %5s  %s", cells)
            .stripTrailing());
  }

  private static String spread(String format, Sample sample) {
    double half = (sample.max() - sample.min()) / 2 / sample.median();
    return String.format(Locale.ROOT, format + " +-%2.0f%%", sample.median(), 100 * half);
  }
}
