package dev.verdict.policy.snapshot;

/** The stages of loading, in their order. */
public enum LoadStage {
  /** The files are YAML, and of the shape that their kinds have. */
  PARSE,
  /** Conditions are parsed, every name is declared and every type fits. */
  CHECK,
  /** Conditions are compiled and rules indexed. */
  COMPILE,
  /** The authors' tests have run. */
  TEST
}
