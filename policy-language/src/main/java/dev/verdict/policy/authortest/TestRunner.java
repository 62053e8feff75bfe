package dev.verdict.policy.authortest;

import dev.verdict.policy.decision.Decision;
import dev.verdict.policy.evaluate.Evaluator;
import dev.verdict.policy.tree.PolicyTree;
import java.util.List;
import java.util.Optional;

/** Asks an evaluator what the authors' tests ask, and compares. */
public final class TestRunner {

  private TestRunner() {}

  /**
   * Runs the tests that a plan wants.
   *
   * @param policies what the evaluator decides by
   */
  public static TestRun run(
      List<TestFile> files, Evaluator evaluator, PolicyTree policies, TestPlan plan) {
    List<TestCase> tests =
        files.stream().flatMap(file -> file.tests().stream()).filter(plan::wants).toList();
    return new TestRun(
        tests.stream().map(test -> run(test, evaluator)).toList(),
        plan.coverage() ? Optional.of(coverage(tests, evaluator, policies)) : Optional.empty());
  }

  private static TestResult run(TestCase test, Evaluator evaluator) {
    Decision decision = evaluator.decide(test.request());
    return new TestResult(
        test,
        Comparison.differences(test.expectation(), decision)
            .map(differences -> new TestFailure(differences, evaluator.explain(test.request()))));
  }

  private static Coverage coverage(List<TestCase> tests, Evaluator evaluator, PolicyTree policies) {
    var recorder = new CoverageRecorder(policies);
    tests.forEach(test -> recorder.add(evaluator.explain(test.request())));
    return recorder.coverage();
  }
}
