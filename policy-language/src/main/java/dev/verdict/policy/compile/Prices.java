package dev.verdict.policy.compile;

import dev.verdict.policy.expression.Expression;
import dev.verdict.policy.work.Steps;
import java.util.Collection;

/**
 * What expressions cost whatever the values that they meet: a step for each operator, and some more
 * for what is found in tables. What depends on values is charged when they are known; the condition
 * of a quantifier for each element, the definition of a variable at its first use.
 */
final class Prices {

  private Prices() {}

  static long of(Expression expression) {
    long price = own(expression);
    if (expression instanceof Expression.Quantified quantified) {
      return price + of(quantified.collection());
    }
    if (!(expression instanceof Expression.Use)) {
      for (Expression operand : expression.operands()) {
        price += of(operand);
      }
    }
    return price;
  }

  static long of(Collection<Expression> expressions) {
    return expressions.stream().mapToLong(Prices::of).sum();
  }

  private static long own(Expression expression) {
    if (expression instanceof Expression.Constant constant) {
      return 1 + (constant.value() instanceof String text ? Steps.compared(text.length()) : 0);
    }
    return expression instanceof Expression.Call
            || expression instanceof Expression.Arithmetic
            || expression instanceof Expression.ToDecimal
        ? 1 + Steps.VALUE
        : 1;
  }
}
