package dev.verdict.policy.snapshot;

import dev.verdict.policy.authortest.Coverage;
import dev.verdict.policy.authortest.TestResult;
import dev.verdict.policy.diagnostic.Diagnostic;
import java.util.List;
import java.util.Optional;

/**
 * What became of a policy repository.
 *
 * @param snapshot present where there is no error
 * @param diagnostics everything found, warnings too, by place
 * @param tests how the authors' tests came out; empty where the policies do not compile
 * @param report the diagnostics drawn for a person
 * @param coverage what of the policies the tests reached, where that was asked for
 */
public record LoadResult(
    Optional<Snapshot> snapshot,
    List<Diagnostic> diagnostics,
    List<TestResult> tests,
    String report,
    Optional<Coverage> coverage) {

  public LoadResult {
    diagnostics = List.copyOf(diagnostics);
    tests = List.copyOf(tests);
  }

  /** Without coverage. */
  public LoadResult(
      Optional<Snapshot> snapshot,
      List<Diagnostic> diagnostics,
      List<TestResult> tests,
      String report) {
    this(snapshot, diagnostics, tests, report, Optional.empty());
  }
}
