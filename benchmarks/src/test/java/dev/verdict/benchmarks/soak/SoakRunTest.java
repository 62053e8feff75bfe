package dev.verdict.benchmarks.soak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verdict.benchmarks.soak.server.ServerOptions;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** A moment of the soak: what nobody runs does not stay runnable. */
final class SoakRunTest {

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);

  @Test
  void honestCallersHaveTheirAnswersBesideAStranger() throws Exception {
    var options = new ServerOptions(System.getProperty("java.class.path"), 256, 4_096);

    var plan = new SoakPlan(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(1), 1);
    SoakResult result = new SoakRun(options).run(plan, "garbage-to-grpc"::equals);

    assertThat(result.alive()).isTrue();
    assertThat(result.traffic().calls()).isPositive();
    assertThat(result.traffic().wrong()).as(result.traffic().complaints()).isZero();
    assertThat(result.p99()).isPositive();
    assertThat(result.told().get("garbage-to-grpc")).isNotEmpty();
    new SoakReport(out).text(result);
    new SoakReport(out).json(result);
    assertThat(printed.toString(StandardCharsets.UTF_8))
        .contains("every one right")
        .containsPattern("garbage-to-grpc +[a-zA-Z]")
        .contains("{\"passed\":");
  }

  @Test
  void anUnknownShapeIsAnErrorThatNamesThose() {
    var errors = new StringWriter();

    int status =
        new CommandLine(new SoakCommand(out))
            .setErr(new PrintWriter(errors, true))
            .execute("--only=tickle");

    assertThat(status).isEqualTo(2);
    assertThat(errors.toString()).contains("no shape `tickle`", "unfinished-bodies");
  }
}
