package dev.verdict.policy.condition;

import dev.verdict.policy.function.ValueFunction;

/** The value of a function of one argument. */
public final class CallOfOneNode extends Node {

  private final ValueFunction.OfOne function;
  private final Node argument;
  private final EvaluationError failure;

  /**
   * @param failure where the function has no value
   */
  public CallOfOneNode(ValueFunction.OfOne function, Node argument, EvaluationError failure) {
    this.function = function;
    this.argument = argument;
    this.failure = failure;
  }

  @Override
  public Object evaluate(Frame frame) {
    Object value = argument.evaluate(frame);
    if (value instanceof NoValue) {
      return value;
    }
    frame.charge(function.steps(value));
    Object result = function.apply(value);
    return result == null ? failure : result;
  }
}
