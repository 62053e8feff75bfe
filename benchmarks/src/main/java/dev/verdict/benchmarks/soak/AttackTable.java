package dev.verdict.benchmarks.soak;

import dev.verdict.server.json.JsonWriter;
import java.io.PrintStream;
import java.util.Locale;

/** A line for each hostile shape that was alone with a server. */
final class AttackTable {

  /** Honest callers without any attacker, for comparison. */
  static final String NOBODY = "(nobody)";

  private final PrintStream out;
  private final boolean json;

  AttackTable(PrintStream out, boolean json) {
    this.out = out;
    this.json = json;
  }

  void header() {
    if (!json) {
      out.printf(
          "%-20s %-7s %10s %8s %7s %6s %9s  %s%n",
          "attack", "process", "p99 ms", "failed", "wrong", "CPU %", "memory MB", "was told");
    }
  }

  void line(String shape, SoakResult result) {
    String process = result.alive() ? "alive" : "ENDED";
    String told = result.told().getOrDefault(shape, "");
    String p99 = String.format(Locale.ROOT, "%.1f", result.p99());
    String memory = String.format(Locale.ROOT, "%.0f", result.peakResidentMegabytes());
    if (json) {
      out.println(
          new JsonWriter()
              .beginObject()
              .member("attack", shape)
              .member("process", process)
              .member("p99Milliseconds", p99)
              .member("calls", result.traffic().calls())
              .member("failed", result.traffic().failed())
              .member("wrong", result.traffic().wrong())
              .member("processorPercent", (int) result.processorPercent())
              .member("peakMemoryMegabytes", memory)
              .member("told", told)
              .endObject()
              .text());
    } else {
      out.printf(
          "%-20s %-7s %10s %8d %7d %6.0f %9s  %s%n",
          shape,
          process,
          p99,
          result.traffic().failed(),
          result.traffic().wrong(),
          result.processorPercent(),
          memory,
          told);
    }
  }
}
