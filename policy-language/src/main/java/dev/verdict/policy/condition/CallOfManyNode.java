package dev.verdict.policy.condition;

import dev.verdict.policy.function.ValueFunction;
import java.util.List;

/** The value of a function of any number of arguments. */
public final class CallOfManyNode extends Node {

  private final ValueFunction.OfMany function;
  private final Node[] arguments;
  private final EvaluationError failure;

  /**
   * @param failure where the function has no value
   */
  public CallOfManyNode(
      ValueFunction.OfMany function, List<Node> arguments, EvaluationError failure) {
    this.function = function;
    this.arguments = arguments.toArray(Node[]::new);
    this.failure = failure;
  }

  @Override
  public Object evaluate(Frame frame) {
    var values = new Object[arguments.length];
    for (int i = 0; i < values.length; i++) {
      Object value = arguments[i].evaluate(frame);
      if (value instanceof NoValue none) {
        return none.beside(arguments, i + 1, frame);
      }
      values[i] = value;
    }
    frame.charge(function.steps(values));
    Object result = function.apply(values);
    return result == null ? failure : result;
  }
}
