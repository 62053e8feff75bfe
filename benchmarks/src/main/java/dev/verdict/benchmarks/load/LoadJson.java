package dev.verdict.benchmarks.load;

import dev.verdict.benchmarks.measure.Sample;
import dev.verdict.server.json.JsonWriter;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Map;

/** For programs: one JSON object on each line, the first of which tells of the machine. */
final class LoadJson implements Report {

  private final PrintStream out;

  LoadJson(PrintStream out) {
    this.out = out;
  }

  /** What ran where. */
  void machine(Map<String, String> machine) {
    var json = new JsonWriter().beginObject().beginObject("machine");
    machine.forEach(json::member);
    out.println(json.endObject().endObject().text());
  }

  @Override
  public void row(RowResult result) {
    var json = new JsonWriter().beginObject().member("row", result.row().name());
    figures(json.beginObject("baseline"), result.baseline());
    figures(json.beginObject("verdict"), result.subject());
    json.member("decisionsPerCall", result.row().door().decisions())
        .member("cpuRatio", number(result.cpuRatio()))
        .member("throughputRatio", number(result.throughputRatio()));
    out.println(json.endObject().text());
  }

  @Override
  public void reload(ReloadResult result) {
    var json = new JsonWriter().beginObject().member("row", result.name());
    json.member("callsPerSecond", result.callsPerSecond())
        .member("activations", result.activations());
    sample(json, "p99MicrosecondsQuiet", result.quiet());
    sample(json, "p99MicrosecondsChanging", result.changing());
    sample(json, "slowestMicrosecondsChanging", result.longest());
    out.println(json.endObject().text());
  }

  @Override
  public void start(StartResult result) {
    var json = new JsonWriter().beginObject().member("row", Starts.NAME);
    json.member("program", result.program());
    sample(json, "milliseconds", result.milliseconds());
    sample(json, "cpuSeconds", result.cpuSeconds());
    sample(json, "residentBytes", result.residentBytes());
    out.println(json.endObject().text());
  }

  private static void figures(JsonWriter json, Figures figures) {
    sample(json, "callsPerSecond", figures.throughput());
    sample(json, "cpuMicroseconds", figures.cpu());
    sample(json, "allocatedBytes", figures.bytes());
    sample(json, "busy", figures.busy());
    sample(json, "p50Microseconds", figures.p50());
    sample(json, "p99Microseconds", figures.p99());
    json.member("residentBytes", Long.toString(figures.residentBytes())).endObject();
  }

  private static void sample(JsonWriter json, String name, Sample sample) {
    json.beginObject(name)
        .member("median", number(sample.median()))
        .member("min", number(sample.min()))
        .member("max", number(sample.max()))
        .endObject();
  }

  private static String number(double number) {
    return String.format(Locale.ROOT, "%.3f", number);
  }
}
