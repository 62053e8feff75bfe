package dev.verdict.policy.condition;

/**
 * Why an expression has no value. Made once when a condition is compiled, and compared by identity.
 */
public final class EvaluationError extends NoValue {

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

  @Override
  public <A> void accept(Visitor<A> visitor, A argument) {
    visitor.error(this, argument);
  }

  @Override
  NoValue and(NoValue later) {
    return later.after(this);
  }

  @Override
  NoValue after(EvaluationError earlier) {
    return earlier;
  }

  @Override
  NoValue after(Unknown earlier) {
    return earlier;
  }
}
