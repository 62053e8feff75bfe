package dev.verdict.policy.compile;

import dev.verdict.policy.expression.Expression;
import dev.verdict.policy.work.Steps;
import java.util.Collection;

/**
 * What expressions cost whatever the values that they meet: a step for each operator, and some more
 * for what is found in tables. What depends on values is charged when they are known; the condition
 * of a quantifier for each element, the definition of a variable at its first use.
 */
final class Prices implements Expression.Visitor<Long> {

  private static final Prices INSTANCE = new Prices();

  private Prices() {}

  static long of(Expression expression) {
    return expression.accept(INSTANCE);
  }

  static long of(Collection<Expression> expressions) {
    return expressions.stream().mapToLong(Prices::of).sum();
  }

  private static long operator(Expression expression) {
    return 1 + of(expression.operands());
  }

  private static long function(Expression expression) {
    return Steps.VALUE + operator(expression);
  }

  @Override
  public Long constant(Expression.Constant constant) {
    return 1 + (constant.value() instanceof String text ? Steps.compared(text.length()) : 0L);
  }

  @Override
  public Long use(Expression.Use use) {
    return 1L;
  }

  @Override
  public Long quantified(Expression.Quantified quantified) {
    return 1 + of(quantified.collection());
  }

  @Override
  public Long read(Expression.Read read) {
    return operator(read);
  }

  @Override
  public Long member(Expression.Member member) {
    return operator(member);
  }

  @Override
  public Long has(Expression.Has has) {
    return operator(has);
  }

  @Override
  public Long coalesce(Expression.Coalesce coalesce) {
    return operator(coalesce);
  }

  @Override
  public Long local(Expression.Local local) {
    return operator(local);
  }

  @Override
  public Long choice(Expression.Choice choice) {
    return operator(choice);
  }

  @Override
  public Long not(Expression.Not not) {
    return operator(not);
  }

  @Override
  public Long and(Expression.And and) {
    return operator(and);
  }

  @Override
  public Long or(Expression.Or or) {
    return operator(or);
  }

  @Override
  public Long equal(Expression.Equal equal) {
    return operator(equal);
  }

  @Override
  public Long compare(Expression.Compare compare) {
    return operator(compare);
  }

  @Override
  public Long contains(Expression.Contains contains) {
    return operator(contains);
  }

  @Override
  public Long within(Expression.Within within) {
    return operator(within);
  }

  @Override
  public Long startsWith(Expression.StartsWith startsWith) {
    return operator(startsWith);
  }

  @Override
  public Long endsWith(Expression.EndsWith endsWith) {
    return operator(endsWith);
  }

  @Override
  public Long matches(Expression.Matches matches) {
    return operator(matches);
  }

  @Override
  public Long empty(Expression.Empty empty) {
    return operator(empty);
  }

  @Override
  public Long size(Expression.Size size) {
    return operator(size);
  }

  @Override
  public Long arithmetic(Expression.Arithmetic arithmetic) {
    return function(arithmetic);
  }

  @Override
  public Long call(Expression.Call call) {
    return function(call);
  }

  @Override
  public Long toDecimal(Expression.ToDecimal toDecimal) {
    return function(toDecimal);
  }
}
