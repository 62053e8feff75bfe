package dev.verdict.policy.authortest;

import java.time.Instant;
import java.util.List;

/**
 * A {@code tests/*.test.yaml} file.
 *
 * @param tests in order
 */
public record TestFile(List<TestCase> tests) {

  /** The time that tests see where their file sets none. */
  public static final Instant DEFAULT_NOW = Instant.parse("2026-01-01T00:00:00Z");

  public TestFile {
    tests = List.copyOf(tests);
  }
}
