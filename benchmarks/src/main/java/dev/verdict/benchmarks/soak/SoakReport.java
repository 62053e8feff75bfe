package dev.verdict.benchmarks.soak;

import dev.verdict.benchmarks.soak.hostile.HostileShapes;
import dev.verdict.server.json.JsonWriter;
import java.io.PrintStream;
import java.util.Locale;

/** Shows what a run has shown, to people or to programs. */
final class SoakReport {

  private static final double MEDIAN = 0.5;
  private static final double MEGABYTE = 1 << 20;

  private final PrintStream out;

  SoakReport(PrintStream out) {
    this.out = out;
  }

  void text(SoakResult result) {
    out.printf("%n%-45s %-45s %s%n", "check", "measured", "expected");
    for (Check check : result.checks()) {
      out.printf(
          "%-45s %-45s %-20s %s%n",
          check.name(), check.measured(), check.expected(), check.passed() ? "" : "FAILED");
    }
    out.printf(
        Locale.ROOT,
        "%nhonest calls, all: p50 %.1f ms, p99 %.1f ms, slowest %.1f ms%n",
        result.traffic().percentile(MEDIAN),
        result.p99FromTheBeginning(),
        result.traffic().percentile(1));
    out.println("calls above 250 ms, by ten seconds: " + result.traffic().late());
    out.printf(
        Locale.ROOT,
        "memory: at most %.0f MB, at the end %.0f MB; heap after a collection: at most %.0f MB%n",
        result.peakResidentMegabytes(),
        result.watch().resident().last() / MEGABYTE,
        result.watch().heap().max() / MEGABYTE);
    out.printf(Locale.ROOT, "processor: %.0f %% of one core%n", result.processorPercent());
    out.printf("%n%-20s %s%n", "attack", "was told");
    for (String shape : HostileShapes.names()) {
      if (result.told().containsKey(shape)) {
        out.printf("%-20s %s%n", shape, result.told().get(shape));
      }
    }
    if (!result.traffic().complaints().isEmpty()) {
      out.println("\nhonest callers complain: " + result.traffic().complaints());
    }
    if (!result.lastWords().isEmpty()) {
      out.println("\nthe last words of the server:\n" + result.lastWords());
    }
  }

  void json(SoakResult result) {
    var json = new JsonWriter().beginObject().member("passed", result.passed());
    json.beginList("checks");
    for (Check check : result.checks()) {
      json.beginObject()
          .member("name", check.name())
          .member("measured", check.measured())
          .member("expected", check.expected())
          .member("passed", check.passed())
          .endObject();
    }
    json.endList().beginObject("told");
    for (String shape : HostileShapes.names()) {
      if (result.told().containsKey(shape)) {
        json.member(shape, result.told().get(shape));
      }
    }
    json.endObject()
        .member("processorPercent", (int) result.processorPercent())
        .member("p50Milliseconds", text(result.traffic().percentile(MEDIAN)))
        .member("p99Milliseconds", text(result.p99FromTheBeginning()))
        .member("p99MillisecondsSettled", text(result.p99()))
        .member("callsAbove250Milliseconds", result.traffic().late())
        .member("peakMemoryMegabytes", text(result.peakResidentMegabytes()))
        .member("complaints", result.traffic().complaints())
        .member("lastWords", result.lastWords());
    out.println(json.endObject().text());
  }

  private static String text(double number) {
    return String.format(Locale.ROOT, "%.1f", number);
  }
}
