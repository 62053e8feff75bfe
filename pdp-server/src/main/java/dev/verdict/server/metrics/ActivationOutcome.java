package dev.verdict.server.metrics;

/** What became of one look at the policy repository. */
public enum ActivationOutcome {
  /** A new snapshot is active. */
  ACTIVATED,
  /** The repository is broken; the snapshot before it goes on serving. */
  REJECTED,
  /** The repository cannot be read; the snapshot before it goes on serving. */
  UNREACHABLE,
  /** Nothing has changed since the last look. */
  UNCHANGED
}
