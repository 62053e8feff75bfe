package dev.verdict.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verdict.benchmarks.ancestors.AncestorsComparison;
import dev.verdict.benchmarks.condition.ConditionComparison;
import dev.verdict.benchmarks.evaluator.EvaluatorComparison;
import dev.verdict.benchmarks.loading.LoadingComparison;
import dev.verdict.benchmarks.loading.LoadingOptions;
import dev.verdict.benchmarks.memberships.MembershipsOptions;
import dev.verdict.benchmarks.memberships.MembershipsRun;
import dev.verdict.benchmarks.reload.ReloadComparison;
import dev.verdict.benchmarks.reload.ReloadOptions;
import dev.verdict.benchmarks.slots.SlotsComparison;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** Runs each benchmark for a moment: what nobody runs does not stay runnable. */
final class BenchmarksRunTest {

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);

  @Test
  void theConditionIsEvaluatedInEveryWay() throws Exception {
    String[] quick = {"-f", "0", "-wi", "0", "-i", "1", "-r", "10ms", "-v", "SILENT"};

    ConditionComparison.run(quick, 1, 10, out);

    assertThat(printed.toString(StandardCharsets.UTF_8))
        .containsPattern("hand-written .* 1\\.00\n")
        .containsPattern("nodes over slots \\(Verdict\\) +[0-9]")
        .containsPattern("hidden class over slots +[0-9]")
        .containsPattern("JEXL, locked down +[0-9]")
        .containsPattern("CEL, interpreter, maps +[0-9]")
        .containsPattern("CEL, planner, typed variables +[0-9]")
        .containsPattern("to load it +[0-9]")
        .containsPattern("evaluation 10 +[0-9]");
  }

  @Test
  void theEvaluatorIsSetBesideTheHandWrittenRule() throws Exception {
    String[] quick = {
      "-f", "0", "-wi", "0", "-i", "1", "-r", "50ms", "-p", "rules=10", "-v", "SILENT"
    };

    EvaluatorComparison.run(quick, out);

    assertThat(printed.toString(StandardCharsets.UTF_8))
        .containsPattern("hand-written .* 1\\.00\n")
        .containsPattern("10 +TYPES +[0-9]")
        .containsPattern("10 +ACTIONS +[0-9]")
        .containsPattern("10 +EQUALITY +[0-9]")
        .containsPattern("10 +UNINDEXED +[0-9]")
        .containsPattern("10 +CANDIDATES +[0-9]");
  }

  @Test
  void rulesForGroupsAreSetBesideASingleOne() throws Exception {
    String[] quick = {
      "-f", "0", "-wi", "0", "-i", "1", "-r", "50ms", "-p", "rules=10", "-v", "SILENT"
    };

    AncestorsComparison.run(quick, out);

    assertThat(printed.toString(StandardCharsets.UTF_8))
        .containsPattern("\\n1 +WITHIN .* 1\\.00\n")
        .containsPattern("\\n10 +WITHIN +[0-9]")
        .containsPattern("\\n10 +ONE_BY_ONE +[0-9]");
  }

  @Test
  void membershipsAreLoaded() {
    String[] quick = {"--users=6000", "--groups=3"};

    new MembershipsRun(CommandLine.populateCommand(new MembershipsOptions(), quick), out).run();

    assertThat(printed.toString(StandardCharsets.UTF_8))
        .contains("6,000 users in 3 groups each, 5 files")
        .containsPattern("to load them: [0-9]")
        .containsPattern("heap of the snapshot: [0-9]");
  }

  @Test
  void slotsAreSetBesideTheDecision() throws Exception {
    String[] quick = {"-f", "0", "-wi", "0", "-i", "1", "-r", "10ms", "-v", "SILENT"};

    SlotsComparison.run(quick, out);

    assertThat(printed.toString(StandardCharsets.UTF_8))
        .containsPattern("the decision +[0-9].* 1\\.00\n")
        .containsPattern("28 pairs to a request +[0-9]")
        .containsPattern("request to 28 slots +[0-9]")
        .containsPattern("28 pairs to slots +[0-9]");
  }

  @Test
  void aRepositoryIsLoadedByAFreshProcess() throws Exception {
    String[] quick = {"--rules=20", "--processes=1", "--edits=1"};

    new LoadingComparison(CommandLine.populateCommand(new LoadingOptions(), quick), out).run();

    assertThat(printed.toString(StandardCharsets.UTF_8))
        .contains("20 rules in 3 files")
        .containsPattern("read +[0-9]")
        .containsPattern("parse +[0-9]")
        .containsPattern("check +[0-9]")
        .containsPattern("compile +[0-9]")
        .containsPattern("all of it +[0-9]")
        .containsPattern("again, one file changed +[0-9]")
        .containsPattern("the same, nothing remembered +[0-9]")
        .containsPattern("heap after a collection: [0-9]")
        .containsPattern("with what is left to the next load: [0-9]");
  }

  @Test
  void theFirstDecisionsAfterAReloadAreTimed() {
    String[] quick = {"--rules=10", "--reloads=1"};

    new ReloadComparison(CommandLine.populateCommand(new ReloadOptions(), quick), out).run();

    assertThat(printed.toString(StandardCharsets.UTF_8)).containsPattern("\\n10 +[0-9]");
  }
}
