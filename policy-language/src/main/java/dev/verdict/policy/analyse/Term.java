package dev.verdict.policy.analyse;

import dev.verdict.policy.expression.Expression;
import dev.verdict.policy.expression.Order;
import dev.verdict.policy.function.LocalTime;
import java.util.List;
import java.util.Optional;

/**
 * What a test says something of: an attribute, or the hour or day that clocks somewhere show at
 * one.
 *
 * @param key equal where the same is meant
 * @param domain all values that it may have
 */
record Term(Object key, Domain domain) {

  private static final long LAST_HOUR = 23;

  /** The term that an expression is, as it is or as a decimal. */
  static Optional<Term> of(Expression expression) {
    Expression defined = PartWalk.defined(expression);
    if (defined instanceof Expression.ToDecimal decimal) {
      return of(decimal.operand());
    }
    if (defined instanceof Expression.Read read) {
      return Optional.of(of(read));
    }
    return defined instanceof Expression.Call call && call.function() instanceof LocalTime local
        ? of(call.arguments().get(0)).map(time -> shown(local, time))
        : Optional.empty();
  }

  static Term of(Expression.Read read) {
    return new Term(read.path(), Domain.of(read.type()));
  }

  private static Term shown(LocalTime local, Term time) {
    Domain values = Domain.of(local.type());
    return new Term(
        List.of(local.part(), local.zone(), time.key()),
        switch (local.part()) {
          case HOUR ->
              values.ordered(Order.GREATER_OR_EQUAL, 0L).ordered(Order.LESS_OR_EQUAL, LAST_HOUR);
          case DAY_OF_WEEK -> values;
        });
  }
}
