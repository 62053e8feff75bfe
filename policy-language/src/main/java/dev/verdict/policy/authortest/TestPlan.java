package dev.verdict.policy.authortest;

import java.util.Optional;

/**
 * Which of the authors' tests are run, and what is made of it.
 *
 * @param names only tests whose names hold this; absent: all
 * @param run whether any are run at all
 * @param coverage whether to find out which rules, and which parts of their conditions, they reach
 */
public record TestPlan(Optional<String> names, boolean run, boolean coverage) {

  /** All tests, and nothing else: as a server does before it activates policies. */
  public static final TestPlan ALL = new TestPlan(Optional.empty(), true, false);

  /** No test. */
  public static final TestPlan NONE = new TestPlan(Optional.empty(), false, false);

  boolean wants(TestCase test) {
    return run && names.stream().allMatch(test.name().value()::contains);
  }
}
