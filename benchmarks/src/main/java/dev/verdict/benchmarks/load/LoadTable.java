package dev.verdict.benchmarks.load;

import dev.verdict.benchmarks.measure.Sample;
import java.io.PrintStream;
import java.util.Locale;

/** Prints rows for people, each as two lines: the baseline, and the server with its ratios. */
final class LoadTable {

  private static final String COLUMNS = "%-24s %-8s %14s %13s %8s %14s %14s %7s  %s%n";
  private static final double MEGABYTE = 1 << 20;

  private final PrintStream out;

  LoadTable(PrintStream out) {
    this.out = out;
  }

  void header() {
    out.printf(
        COLUMNS,
        "row",
        "server",
        "calls/s",
        "CPU us/call",
        "B/call",
        "p50 us",
        "p99 us",
        "RSS MB",
        "busy");
  }

  void row(RowResult result) {
    Row row = result.row();
    line(row.name(), baseline(row), result.baseline(), "");
    line("", "verdict", result.subject(), ratios(result));
  }

  void footer(Plan plan) {
    out.printf(
        "medians of %d rounds of %d s, baseline and server in turns; +-: half of what lies between the smallest and the largest%n",
        plan.rounds(), plan.turn().toSeconds());
    out.println(
        "calls/s, CPU, bytes: under full load (closed loop); p50, p99: at half of these calls/s (open loop, from when a call was due)");
    out.println(
        "CPU: of the server process, all its threads; busy: the part of its core that it used under full load");
  }

  private static String baseline(Row row) {
    return switch (row.door().protocol()) {
      case GRPC -> "echo";
      case HTTP -> "empty";
    };
  }

  private static String ratios(RowResult result) {
    int decisions = result.row().door().decisions();
    String ratios =
        String.format(
            Locale.ROOT, "CPU x%.2f, calls/s x%.2f", result.cpuRatio(), result.throughputRatio());
    return decisions == 1
        ? ratios
        : String.format(
            Locale.ROOT,
            "%s, CPU %.1f us/decision",
            ratios,
            result.subject().cpu().median() / decisions);
  }

  private void line(String name, String server, Figures figures, String ratios) {
    String busy = String.format(Locale.ROOT, "%.2f  %s", figures.busy().median(), ratios);
    out.printf(
        Locale.ROOT,
        COLUMNS,
        name,
        server,
        spread("%.0f", figures.throughput()),
        spread("%.1f", figures.cpu()),
        String.format(Locale.ROOT, "%.0f", figures.bytes().median()),
        spread("%.0f", figures.p50()),
        spread("%.0f", figures.p99()),
        String.format(Locale.ROOT, "%.0f", figures.residentBytes() / MEGABYTE),
        busy.strip());
  }

  private static String spread(String format, Sample sample) {
    double half = (sample.max() - sample.min()) / 2 / sample.median();
    return String.format(Locale.ROOT, format + " +-%2.0f%%", sample.median(), 100 * half);
  }
}
