package dev.verdict.server.repository;

/** What one look at the policy repository found. */
public enum PollOutcome {
  /** A new state, which is active now. */
  ACTIVATED,
  /** The active state. */
  UNCHANGED,
  /** A state with errors, new or still the same. */
  REJECTED,
  /** Nothing: it could not be read. */
  UNREACHABLE
}
