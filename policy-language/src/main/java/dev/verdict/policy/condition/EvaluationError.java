package dev.verdict.policy.condition;

/**
 * Why an expression has no value. Made once when a condition is compiled, and compared by identity.
 */
public final class EvaluationError {

  private final String message;

  /**
   * @param message what went wrong, to end the sentence "could not be evaluated: ..."; without
   *     values
   */
  public EvaluationError(String message) {
    this.message = message;
  }

  public String message() {
    return message;
  }
}
