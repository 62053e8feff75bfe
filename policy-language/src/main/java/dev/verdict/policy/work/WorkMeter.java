package dev.verdict.policy.work;

/** Counts the steps of one decision. */
public interface WorkMeter {

  /** For work that is not bounded by a decision: on what the repository itself holds. */
  WorkMeter UNBOUNDED = steps -> {};

  /**
   * Takes steps of the budget, before the work is done. Where they are more than are left this does
   * not return: it throws what ends the decision.
   *
   * @param steps see {@link Steps}; at least 0
   */
  void charge(long steps);
}
