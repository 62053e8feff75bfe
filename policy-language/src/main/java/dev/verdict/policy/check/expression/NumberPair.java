package dev.verdict.policy.check.expression;

import dev.verdict.policy.expression.Expression;
import dev.verdict.policy.schema.Type.Simple;

/** Two numbers that meet: two ints, or else two decimals. */
record NumberPair(Expression left, Expression right) {

  static NumberPair of(Expression left, Expression right) {
    return left.type() == Simple.INT && right.type() == Simple.INT
        ? new NumberPair(left, right)
        : new NumberPair(Types.toDecimal(left), Types.toDecimal(right));
  }
}
