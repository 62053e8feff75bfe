package dev.verdict.policy.condition;

import dev.verdict.policy.expression.ArithmeticOperator;

/** The sum, difference or product of two ints; an error where 64 bits do not hold it. */
public final class IntArithmeticNode extends Node {

  private final Node left;
  private final Node right;
  private final ArithmeticOperator operator;
  private final EvaluationError overflow;

  public IntArithmeticNode(
      Node left, Node right, ArithmeticOperator operator, EvaluationError overflow) {
    this.left = left;
    this.right = right;
    this.operator = operator;
    this.overflow = overflow;
  }

  @Override
  public Object evaluate(Frame frame) {
    Object first = left.evaluate(frame);
    if (first instanceof NoValue none) {
      return none.beside(right, frame);
    }
    Object second = right.evaluate(frame);
    if (second instanceof NoValue) {
      return second;
    }
    return reckon((Long) first, (Long) second);
  }

  private Object reckon(long first, long second) {
    long result =
        switch (operator) {
          case PLUS -> first + second;
          case MINUS -> first - second;
          case TIMES -> first * second;
        };
    return overflows(first, second, result) ? overflow : (Object) result;
  }

  /** As {@code Math.addExact} and its kin tell it, without their exception. */
  private boolean overflows(long first, long second, long result) {
    return switch (operator) {
      case PLUS -> ((first ^ result) & (second ^ result)) < 0;
      case MINUS -> ((first ^ second) & (first ^ result)) < 0;
      case TIMES -> Math.multiplyHigh(first, second) != (result >> 63);
    };
  }
}
