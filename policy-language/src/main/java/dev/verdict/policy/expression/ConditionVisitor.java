package dev.verdict.policy.expression;

/**
 * Something that is done to a condition by how it is joined from others. All kinds of expressions
 * that join no conditions are a {@link #test}.
 */
public interface ConditionVisitor<R> {

  /** Calls the method that is for this kind of condition. */
  static <R> R visit(Expression condition, ConditionVisitor<R> visitor) {
    return condition.accept(new JoinedCondition<>(visitor));
  }

  R and(Expression.And and);

  R or(Expression.Or or);

  R not(Expression.Not not);

  R choice(Expression.Choice choice);

  R use(Expression.Use use);

  /** What is true or false by itself. */
  R test(Expression test);
}
