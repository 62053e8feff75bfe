package dev.verdict.policy.check.expression;

import dev.verdict.policy.expression.Expression;
import java.util.Set;

/**
 * A checked expression and what its value tells.
 *
 * @param whenTrue what is known where it is true
 * @param whenFalse what is known where it is false
 */
public record Typed(Expression expression, Set<Fact> whenTrue, Set<Fact> whenFalse) {

  public Typed {
    whenTrue = Set.copyOf(whenTrue);
    whenFalse = Set.copyOf(whenFalse);
  }

  public Typed(Expression expression) {
    this(expression, Set.of(), Set.of());
  }

  /** What the opposite tells. */
  Typed negated(Expression opposite) {
    return new Typed(opposite, /* whenTrue= */ whenFalse, /* whenFalse= */ whenTrue);
  }
}
