package dev.verdict.policy.evaluate;

/**
 * What all rules together say. An indeterminate outcome carries the effect that it could have had
 * (XACML 3.0 §7.10).
 */
enum Outcome {
  PERMIT,
  DENY,
  NOT_APPLICABLE,
  INDETERMINATE_PERMIT,
  INDETERMINATE_DENY;

  /**
   * The one combining algorithm, deny-overrides: a deny wins; else a deny rule in error, which
   * might have denied; else a permit; else a permit rule in error.
   *
   * @param deny whether a deny rule matched
   * @param denyInError whether a deny rule could not be evaluated
   * @param permit whether a permit rule matched
   * @param permitInError whether a permit rule could not be evaluated
   */
  static Outcome of(boolean deny, boolean denyInError, boolean permit, boolean permitInError) {
    if (deny) {
      return DENY;
    }
    if (denyInError) {
      return INDETERMINATE_DENY;
    }
    if (permit) {
      return PERMIT;
    }
    return permitInError ? INDETERMINATE_PERMIT : NOT_APPLICABLE;
  }
}
