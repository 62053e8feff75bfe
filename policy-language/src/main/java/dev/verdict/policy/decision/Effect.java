package dev.verdict.policy.decision;

/** What a rule does where it matches. */
public enum Effect {
  PERMIT,
  DENY
}
