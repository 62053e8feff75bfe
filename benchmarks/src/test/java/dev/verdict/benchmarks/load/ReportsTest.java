package dev.verdict.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verdict.benchmarks.load.question.Door;
import dev.verdict.benchmarks.measure.Sample;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ReportsTest {

  private static final Plan PLAN = new Plan(3, Duration.ofSeconds(2), Duration.ofSeconds(1));

  private static final RowResult BATCH =
      new RowResult(
          Row.of("HTTP batch of 30", Door.HTTP_BATCH, Setting.USUAL),
          figures(50_000, 20, 5_000),
          figures(10_000, 90, 30_000));

  private static final ReloadResult RELOAD =
      new ReloadResult(10_000, 2_000, 40, sample(500), sample(900), sample(4_000));

  private static final StartResult START =
      new StartResult("./verdict", sample(1_400), sample(1.9), sample(200 << 20));

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);

  @Test
  void thePageHasTheMachineAndTheRatiosOfEachRow() {
    String page = ResultsPage.text(Map.of("commit", "abc123"), PLAN, List.of(BATCH, RELOAD, START));

    assertThat(page)
        .contains("| commit | `abc123` |")
        .containsPattern("HTTP batch of 30 +empty +50000 \\+- 5% +20\\.0 \\+- 5% +5000 ")
        .containsPattern("verdict +10000 .* x4\\.50, x0\\.20; CPU 3\\.0 us/decision\n")
        .contains("10,000 rules, 2,000 calls/s: p99 500 +- 5% us; 900 +- 5% us", "40 times: x1.8")
        .contains("start of ./verdict: first right answer after 1400 +- 5% ms", "RSS 200 MB")
        .contains("medians of 3 rounds of 2.0 s");
  }

  @Test
  void programsReadALineOfJsonForEachRow() {
    var json = new LoadJson(out);

    json.machine(Map.of("commit", "abc123"));
    List.of(BATCH, RELOAD, START).forEach(result -> result.tell(json));

    List<String> lines = printed.toString(StandardCharsets.UTF_8).lines().toList();
    assertThat(lines).hasSize(4);
    assertThat(lines.get(0)).isEqualTo("{\"machine\":{\"commit\":\"abc123\"}}");
    assertThat(lines.get(1))
        .startsWith("{\"row\":\"HTTP batch of 30\",\"baseline\":{\"callsPerSecond\":{")
        .contains("\"decisionsPerCall\":30,\"cpuRatio\":\"4.500\",\"throughputRatio\":\"0.200\"");
    assertThat(lines.get(2)).contains("\"activations\":40");
    assertThat(lines.get(3)).contains("\"program\":\"./verdict\"");
  }

  private static Figures figures(double throughput, double cpu, double bytes) {
    return new Figures(
        sample(throughput),
        sample(cpu),
        sample(bytes),
        sample(0.99),
        sample(300),
        sample(900),
        200 << 20);
  }

  /** Three rounds, the smallest and the largest of which are five per cent away from the median. */
  private static Sample sample(double median) {
    return new Sample(List.of(median * 1.05, median, median * 0.95));
  }
}
