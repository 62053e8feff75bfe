package dev.verdict.server.command.check;

import dev.verdict.policy.authortest.TestPlan;
import dev.verdict.policy.snapshot.LoadResult;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which tests {@code verdict test} runs, and what it makes of them. */
final class TestOptions {

  @Option(
      names = "--names",
      paramLabel = "TEXT",
      description = "Runs only tests whose names contain TEXT.")
  private @Nullable String names;

  @Option(
      names = "--coverage",
      description = {
        "Shows which rules never matched or always did, and which parts of their conditions",
        "were never true or never false."
      })
  private boolean coverage;

  @Option(
      names = "--coverage-threshold",
      paramLabel = "PERCENT",
      converter = PercentConverter.class,
      description = "Fails where the coverage is below PERCENT.")
  private @Nullable Integer threshold;

  @Option(
      names = "--junit",
      paramLabel = "FILE",
      description = "Writes the results to FILE as JUnit XML too.")
  private @Nullable Path junit;

  @Option(
      names = "--allow-no-tests",
      description = "Succeeds where there are no tests, or none of the names that are asked for.")
  private boolean allowsNone;

  TestPlan plan() {
    return new TestPlan(Optional.ofNullable(names), true, coverage || threshold != null);
  }

  /** Why the coverage does not suffice; absent where it does. */
  Optional<String> shortfall(LoadResult result) {
    Integer least = threshold;
    return least == null
        ? Optional.empty()
        : result
            .coverage()
            .filter(found -> found.percent() < least)
            .map(found -> "the coverage of " + found.percent() + "% is below " + least + "%\n");
  }

  /** Why nothing was tested; absent where something was, or need not be. */
  Optional<String> absence(LoadResult result) {
    return allowsNone || result.snapshot().isEmpty() || !result.tests().isEmpty()
        ? Optional.empty()
        : Optional.of(
            (names == null
                    ? "nothing was tested: tests are files called `tests/*.test.yaml`"
                    : "nothing was tested: no test has `" + names + "` in its name")
                + "; `--allow-no-tests` puts up with it\n");
  }

  void writeJunit(LoadResult result) {
    Path file = junit;
    if (file != null) {
      JunitReport.write(result, file);
    }
  }
}
