package dev.verdict.policy.authortest;

/**
 * Which of the authors' tests are run, and what is made of it.
 *
 * @param names only tests whose names hold this; empty: all
 * @param run whether any are run at all
 * @param coverage whether to find out which rules, and which parts of their conditions, they reach
 */
public record TestPlan(String names, boolean run, boolean coverage) {

  /** All tests, and nothing else: as a server does before it activates policies. */
  public static final TestPlan ALL = new TestPlan("", true, false);

  /** No test. */
  public static final TestPlan NONE = new TestPlan("", false, false);

  boolean wants(TestCase test) {
    return run && test.name().value().contains(names);
  }
}
