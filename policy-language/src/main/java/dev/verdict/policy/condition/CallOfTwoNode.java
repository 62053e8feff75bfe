package dev.verdict.policy.condition;

import dev.verdict.policy.function.ValueFunction;

/** The value of a function of two arguments. */
public final class CallOfTwoNode extends Node {

  private final ValueFunction.OfTwo function;
  private final Node first;
  private final Node second;
  private final EvaluationError failure;

  /**
   * @param failure where the function has no value
   */
  public CallOfTwoNode(
      ValueFunction.OfTwo function, Node first, Node second, EvaluationError failure) {
    this.function = function;
    this.first = first;
    this.second = second;
    this.failure = failure;
  }

  @Override
  public Object evaluate(Frame frame) {
    Object one = first.evaluate(frame);
    if (one instanceof NoValue none) {
      return none.beside(second, frame);
    }
    Object other = second.evaluate(frame);
    if (other instanceof NoValue) {
      return other;
    }
    frame.charge(function.steps(one, other));
    Object result = function.apply(one, other);
    return result == null ? failure : result;
  }
}
