package dev.verdict.policy.expression;

/** Of how many elements a condition has to hold. */
public enum Quantifier {
  /** Of one at least. */
  ANY,
  /** Of each, so of none where there is none. */
  ALL
}
