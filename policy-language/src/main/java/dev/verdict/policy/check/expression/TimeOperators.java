package dev.verdict.policy.check.expression;

import dev.verdict.policy.expression.ArithmeticOperator;
import dev.verdict.policy.expression.Expression;
import dev.verdict.policy.function.TimeArithmetic;
import dev.verdict.policy.schema.Type.Simple;
import dev.verdict.policy.source.Fragment;
import java.util.List;
import java.util.Optional;

/** What {@code +} and {@code -} make of timestamps and durations. */
final class TimeOperators {

  private TimeOperators() {}

  /** The sum or difference; absent where the operands have none, or are no times. */
  static Optional<Expression> apply(
      ArithmeticOperator operator, Expression left, Expression right, Fragment fragment) {
    if (!Types.isTime(left.type()) || !Types.isTime(right.type())) {
      return Optional.empty();
    }
    return switch (operator) {
      case PLUS -> plus(left, right, fragment);
      case MINUS -> minus(left, right, fragment);
      case TIMES -> Optional.empty();
    };
  }

  private static Optional<Expression> plus(Expression left, Expression right, Fragment fragment) {
    if (right.type() == Simple.DURATION) {
      return call(
          left.type() == Simple.TIMESTAMP ? TimeArithmetic.LATER : TimeArithmetic.SUM,
          left,
          right,
          fragment);
    }
    return left.type() == Simple.DURATION
        ? call(TimeArithmetic.LATER, right, left, fragment)
        : Optional.empty();
  }

  private static Optional<Expression> minus(Expression left, Expression right, Fragment fragment) {
    if (left.type() == Simple.TIMESTAMP) {
      return call(
          right.type() == Simple.TIMESTAMP ? TimeArithmetic.BETWEEN : TimeArithmetic.EARLIER,
          left,
          right,
          fragment);
    }
    return right.type() == Simple.DURATION
        ? call(TimeArithmetic.DIFFERENCE, left, right, fragment)
        : Optional.empty();
  }

  private static Optional<Expression> call(
      TimeArithmetic function, Expression first, Expression second, Fragment fragment) {
    return Optional.of(new Expression.Call(function, List.of(first, second), fragment));
  }
}
