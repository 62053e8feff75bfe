package dev.verdict.policy.snapshot;

import dev.verdict.policy.diagnostic.Strictness;

/**
 * How a policy repository is looked at.
 *
 * @param tested whether the authors' tests are run; if not, they are read and counted all the same
 * @param strictness warnings that keep the repository from being activated, besides those that it
 *     names itself in its {@code verdict.yaml}
 */
public record LoadOptions(boolean tested, Strictness strictness) {

  /** As a server loads what it serves. */
  public static final LoadOptions DEFAULT = new LoadOptions(true, Strictness.NONE);

  public LoadOptions untested() {
    return new LoadOptions(false, strictness);
  }

  public LoadOptions strict() {
    return new LoadOptions(tested, Strictness.ALL);
  }
}
