package dev.verdict.benchmarks.evaluator;

/** What tells the rules of a large repository apart. */
public enum Spread {
  /** Many resource types, ten actions each. */
  TYPES,
  /** One resource type with many actions. */
  ACTIONS
}
