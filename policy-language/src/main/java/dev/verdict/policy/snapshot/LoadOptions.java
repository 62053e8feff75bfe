package dev.verdict.policy.snapshot;

import dev.verdict.policy.diagnostic.Strictness;
import dev.verdict.policy.limit.Limits;

/**
 * How a policy repository is looked at.
 *
 * @param tested whether the authors' tests are run; if not, they are read and counted all the same
 * @param strictness warnings that keep the repository from being activated, besides those that it
 *     names itself in its {@code verdict.yaml}
 * @param limits how large it may be
 */
public record LoadOptions(boolean tested, Strictness strictness, Limits limits) {

  /** As a server loads what it serves, within the standard bounds. */
  public static final LoadOptions DEFAULT = new LoadOptions(true, Strictness.NONE, Limits.STANDARD);

  public LoadOptions untested() {
    return new LoadOptions(false, strictness, limits);
  }

  public LoadOptions strict() {
    return new LoadOptions(tested, Strictness.ALL, limits);
  }

  public LoadOptions within(Limits bounds) {
    return new LoadOptions(tested, strictness, bounds);
  }
}
