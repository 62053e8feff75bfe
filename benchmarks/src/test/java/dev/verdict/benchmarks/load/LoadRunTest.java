package dev.verdict.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verdict.benchmarks.load.question.Door;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** A moment of some rows: what nobody runs does not stay runnable. */
final class LoadRunTest {

  private static final Plan MOMENT = new Plan(1, Duration.ofMillis(100), Duration.ofMillis(100));

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
  private final Servers servers =
      new Servers(System.getProperty("java.class.path"), List.of("-Xmx256m"));

  @Test
  void aServerIsSetBesideAnEcho() throws Exception {
    var row = Row.of("gRPC, token", Door.GRPC, Setting.USUAL.withRules(10).withTokens());

    RowResult result = new Comparison(MOMENT, servers).of(row);

    assertThat(result.baseline().throughput().median()).isPositive();
    assertThat(result.subject().bytes().median()).isBetween(1_000.0, 10_000_000.0);
    assertThat(result.subject().residentBytes()).isPositive();
    assertThat(result.subject().p99().median()).isPositive();
    new LoadTable(out).row(result);
    assertThat(printed.toString(StandardCharsets.UTF_8))
        .containsPattern("gRPC, token +echo +[0-9]")
        .containsPattern("verdict +[0-9].* x[0-9.]+, x[0-9.]+");
  }

  @Test
  void aServerIsSetBesideAnEmptyHandler() throws Exception {
    var row = Row.of("HTTP batch", Door.HTTP_BATCH, Setting.USUAL).withConnections(2);

    RowResult result = new Comparison(MOMENT, servers).of(row);

    new LoadTable(out).row(result);
    assertThat(printed.toString(StandardCharsets.UTF_8))
        .containsPattern("HTTP batch +empty +[0-9]")
        .containsPattern("verdict +[0-9].* us/decision");
  }

  @Test
  @Tag("slow")
  void policiesChangeUnderLoad() throws Exception {
    ReloadResult result = new ReloadUnderLoad(MOMENT, servers, 20, 100).run();

    assertThat(result.activations()).isPositive();
    assertThat(result.quiet().median()).isPositive();
    assertThat(result.longest().median()).isPositive();
  }

  @Test
  @Tag("slow")
  void aStartIsTimed() throws Exception {
    var starts =
        new Starts(
            System.getProperty("java.class.path"), Path.of("../policies-examples/invoicing"));

    StartResult result = starts.run(1);

    assertThat(result.milliseconds().median()).isPositive();
    assertThat(result.cpuSeconds().median()).isPositive();
  }

  @Test
  void aPatternWithoutRowsIsAnError() {
    var errors = new StringWriter();

    int status =
        new CommandLine(new LoadCommand(out))
            .setErr(new PrintWriter(errors, true))
            .execute("--only=nonsense");

    assertThat(status).isEqualTo(2);
    assertThat(errors.toString()).contains("no row matches `nonsense`");
  }
}
