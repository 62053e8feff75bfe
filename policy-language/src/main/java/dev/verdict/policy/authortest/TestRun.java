package dev.verdict.policy.authortest;

import java.util.List;
import java.util.Optional;

/**
 * What came of running tests.
 *
 * @param results in the order of the files and of the tests in them
 * @param coverage what of the policies they reached, where that was asked for
 */
public record TestRun(List<TestResult> results, Optional<Coverage> coverage) {

  /** No test was run. */
  public static final TestRun NONE = new TestRun(List.of(), Optional.empty());

  public TestRun {
    results = List.copyOf(results);
  }
}
