package dev.verdict.policy.condition;

import dev.verdict.policy.expression.ArithmeticOperator;
import dev.verdict.policy.limit.Limit;
import dev.verdict.policy.work.Steps;
import java.math.BigDecimal;

/** The exact sum, difference or product of two decimals; an error where it has too many digits. */
public final class DecimalArithmeticNode extends Node {

  /** Of a result, and of its places before or behind the point. */
  private static final int MAX_DIGITS = Limit.RESULT_DIGITS.standard();

  private final Node left;
  private final Node right;
  private final ArithmeticOperator operator;
  private final EvaluationError overflow;

  public DecimalArithmeticNode(
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
    frame.charge(Steps.reckoned((BigDecimal) first, (BigDecimal) second));
    BigDecimal result = reckon((BigDecimal) first, (BigDecimal) second).stripTrailingZeros();
    return result.precision() > MAX_DIGITS || Math.abs((long) result.scale()) > MAX_DIGITS
        ? overflow
        : result;
  }

  private BigDecimal reckon(BigDecimal first, BigDecimal second) {
    return switch (operator) {
      case PLUS -> first.add(second);
      case MINUS -> first.subtract(second);
      case TIMES -> first.multiply(second);
    };
  }
}
