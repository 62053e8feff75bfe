package dev.verdict.policy.snapshot;

import dev.verdict.policy.check.CheckedPolicySet;
import dev.verdict.policy.overview.PolicyOverview;

/** A policy repository without errors, laid open for its authors; a server needs none of it. */
public final class Workbench {

  private final Snapshot snapshot;
  private final CheckedPolicySet policies;

  Workbench(Snapshot snapshot, CheckedPolicySet policies) {
    this.snapshot = snapshot;
    this.policies = policies;
  }

  /** What decides by these policies. */
  public Snapshot snapshot() {
    return snapshot;
  }

  /** What applies to which action. */
  public PolicyOverview overview() {
    return PolicyOverview.of(policies);
  }
}
