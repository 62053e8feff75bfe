package dev.verdict.policy.decision;

/** How a rule fared. */
public enum Match {
  MATCHED,
  NOT_MATCHED,
  ERROR
}
