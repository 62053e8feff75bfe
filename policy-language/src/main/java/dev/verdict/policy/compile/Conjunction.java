package dev.verdict.policy.compile;

import dev.verdict.policy.expression.ConditionVisitor;
import dev.verdict.policy.expression.Expression;
import dev.verdict.policy.expression.Variable;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Takes a condition apart into what all has to hold, also within the variables that it names. */
final class Conjunction implements ConditionVisitor<Stream<Expression>> {

  /** Named already: what has to hold has to hold once, and variables may double each other. */
  private final Set<Variable> named = Collections.newSetFromMap(new IdentityHashMap<>());

  private Conjunction() {}

  /** The parts, in their order. */
  static List<Expression> of(Expression condition) {
    return ConditionVisitor.visit(condition, new Conjunction()).toList();
  }

  @Override
  public Stream<Expression> and(Expression.And and) {
    return Stream.of(and.left(), and.right())
        .flatMap(operand -> ConditionVisitor.visit(operand, this));
  }

  @Override
  public Stream<Expression> use(Expression.Use use) {
    return named.add(use.variable())
        ? ConditionVisitor.visit(use.variable().definition(), this)
        : Stream.of();
  }

  @Override
  public Stream<Expression> or(Expression.Or or) {
    return test(or);
  }

  @Override
  public Stream<Expression> not(Expression.Not not) {
    return test(not);
  }

  @Override
  public Stream<Expression> choice(Expression.Choice choice) {
    return test(choice);
  }

  @Override
  public Stream<Expression> test(Expression test) {
    return Stream.of(test);
  }
}
