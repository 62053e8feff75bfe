package dev.verdict.policy.authortest;

import dev.verdict.policy.source.Span;
import java.util.Optional;

/**
 * How one of the authors' tests came out.
 *
 * @param test the test
 * @param failure why it did not pass; absent: it did
 */
public record TestResult(TestCase test, Optional<TestFailure> failure) {

  /** The author's name for it. */
  public String name() {
    return test.name().value();
  }

  /** Where it stands. */
  public Span span() {
    return test.name().span();
  }

  public boolean passed() {
    return failure.isEmpty();
  }
}
