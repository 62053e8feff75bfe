package dev.verdict.policy.authortest;

import dev.verdict.policy.decision.Decision;
import dev.verdict.policy.evaluate.Evaluator;
import java.util.List;

/** Asks an evaluator what the authors' tests ask, and compares. */
public final class TestRunner {

  private TestRunner() {}

  /** How each test came out, in the order of the files and of the tests in them. */
  public static List<TestResult> run(List<TestFile> files, Evaluator evaluator) {
    return files.stream()
        .flatMap(file -> file.tests().stream())
        .map(test -> run(test, evaluator))
        .toList();
  }

  private static TestResult run(TestCase test, Evaluator evaluator) {
    Decision decision = evaluator.decide(test.request());
    return new TestResult(
        test,
        Comparison.differences(test.expectation(), decision)
            .map(differences -> new TestFailure(differences, evaluator.explain(test.request()))));
  }
}
