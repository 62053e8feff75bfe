package dev.verdict.policy.snapshot;

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
 */
public record LoadResult(
    Optional<Snapshot> snapshot,
    List<Diagnostic> diagnostics,
    List<TestResult> tests,
    String report) {

  public LoadResult {
    diagnostics = List.copyOf(diagnostics);
    tests = List.copyOf(tests);
  }
}
