package dev.verdict.policy.expression;

/** Says of each kind of expression whether it joins conditions, and passes it on. */
final class JoinedCondition<R> implements Expression.Visitor<R> {

  private final ConditionVisitor<R> visitor;

  JoinedCondition(ConditionVisitor<R> visitor) {
    this.visitor = visitor;
  }

  @Override
  public R constant(Expression.Constant constant) {
    return visitor.test(constant);
  }

  @Override
  public R read(Expression.Read read) {
    return visitor.test(read);
  }

  @Override
  public R member(Expression.Member member) {
    return visitor.test(member);
  }

  @Override
  public R has(Expression.Has has) {
    return visitor.test(has);
  }

  @Override
  public R use(Expression.Use use) {
    return visitor.use(use);
  }

  @Override
  public R coalesce(Expression.Coalesce coalesce) {
    return visitor.test(coalesce);
  }

  @Override
  public R local(Expression.Local local) {
    return visitor.test(local);
  }

  @Override
  public R choice(Expression.Choice choice) {
    return visitor.choice(choice);
  }

  @Override
  public R not(Expression.Not not) {
    return visitor.not(not);
  }

  @Override
  public R and(Expression.And and) {
    return visitor.and(and);
  }

  @Override
  public R or(Expression.Or or) {
    return visitor.or(or);
  }

  @Override
  public R equal(Expression.Equal equal) {
    return visitor.test(equal);
  }

  @Override
  public R compare(Expression.Compare compare) {
    return visitor.test(compare);
  }

  @Override
  public R contains(Expression.Contains contains) {
    return visitor.test(contains);
  }

  @Override
  public R within(Expression.Within within) {
    return visitor.test(within);
  }

  @Override
  public R quantified(Expression.Quantified quantified) {
    return visitor.test(quantified);
  }

  @Override
  public R startsWith(Expression.StartsWith startsWith) {
    return visitor.test(startsWith);
  }

  @Override
  public R endsWith(Expression.EndsWith endsWith) {
    return visitor.test(endsWith);
  }

  @Override
  public R matches(Expression.Matches matches) {
    return visitor.test(matches);
  }

  @Override
  public R empty(Expression.Empty empty) {
    return visitor.test(empty);
  }

  @Override
  public R size(Expression.Size size) {
    return visitor.test(size);
  }

  @Override
  public R arithmetic(Expression.Arithmetic arithmetic) {
    return visitor.test(arithmetic);
  }

  @Override
  public R call(Expression.Call call) {
    return visitor.test(call);
  }

  @Override
  public R toDecimal(Expression.ToDecimal toDecimal) {
    return visitor.test(toDecimal);
  }
}
