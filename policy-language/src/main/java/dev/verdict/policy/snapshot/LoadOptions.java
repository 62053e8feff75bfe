package dev.verdict.policy.snapshot;

import dev.verdict.policy.authortest.TestPlan;
import dev.verdict.policy.diagnostic.Strictness;
import dev.verdict.policy.limit.Limits;

/**
 * How a policy repository is looked at.
 *
 * @param tests which of the authors' tests are run; all are read and counted
 * @param strictness warnings that keep the repository from being activated, besides those that it
 *     names itself in its {@code verdict.yaml}
 * @param limits how large it may be
 */
public record LoadOptions(TestPlan tests, Strictness strictness, Limits limits) {

  /** As a server loads what it serves, within the standard bounds. */
  public static final LoadOptions DEFAULT =
      new LoadOptions(TestPlan.ALL, Strictness.NONE, Limits.STANDARD);

  public LoadOptions untested() {
    return testing(TestPlan.NONE);
  }

  public LoadOptions testing(TestPlan plan) {
    return new LoadOptions(plan, strictness, limits);
  }

  public LoadOptions strict() {
    return new LoadOptions(tests, Strictness.ALL, limits);
  }

  public LoadOptions within(Limits bounds) {
    return new LoadOptions(tests, strictness, bounds);
  }
}
