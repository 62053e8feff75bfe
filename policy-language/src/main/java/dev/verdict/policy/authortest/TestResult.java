package dev.verdict.policy.authortest;

import dev.verdict.policy.source.Span;
import java.util.Optional;

/**
 * How one of the authors' tests came out.
 *
 * @param test the test
 * @param failure what was expected and what came instead; absent: it passed
 */
public record TestResult(TestCase test, Optional<String> failure) {

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
