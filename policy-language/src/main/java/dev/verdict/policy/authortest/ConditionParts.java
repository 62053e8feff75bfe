package dev.verdict.policy.authortest;

import dev.verdict.policy.expression.ConditionVisitor;
import dev.verdict.policy.expression.Expression;
import dev.verdict.policy.expression.Variable;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Takes a condition apart into what is true or false by itself: whatever {@code &&} and {@code ||}
 * join, also within {@code !} and within the variables that it names.
 */
final class ConditionParts implements ConditionVisitor<Stream<Expression>> {

  /** Named already: variables may double each other. */
  private final Set<Variable> named = Collections.newSetFromMap(new IdentityHashMap<>());

  private ConditionParts() {}

  /** The parts, in their order. */
  static List<Expression> of(Expression condition) {
    return new ConditionParts().partsOf(condition).toList();
  }

  private Stream<Expression> partsOf(Expression condition) {
    return ConditionVisitor.visit(condition, this);
  }

  @Override
  public Stream<Expression> and(Expression.And and) {
    return Stream.of(and.left(), and.right()).flatMap(this::partsOf);
  }

  @Override
  public Stream<Expression> or(Expression.Or or) {
    return Stream.of(or.left(), or.right()).flatMap(this::partsOf);
  }

  @Override
  public Stream<Expression> not(Expression.Not not) {
    return isJoined(not.operand()) ? partsOf(not.operand()) : test(not);
  }

  @Override
  public Stream<Expression> choice(Expression.Choice choice) {
    return test(choice);
  }

  @Override
  public Stream<Expression> use(Expression.Use use) {
    return named.add(use.variable()) ? partsOf(use.variable().definition()) : Stream.of();
  }

  @Override
  public Stream<Expression> test(Expression test) {
    return Stream.of(test);
  }

  /** Whether there is more than one part; a single one is shown with its {@code !}. */
  private static boolean isJoined(Expression condition) {
    return ConditionVisitor.visit(condition, new Joined());
  }

  private static final class Joined implements ConditionVisitor<Boolean> {

    @Override
    public Boolean and(Expression.And and) {
      return true;
    }

    @Override
    public Boolean or(Expression.Or or) {
      return true;
    }

    @Override
    public Boolean not(Expression.Not not) {
      return isJoined(not.operand());
    }

    @Override
    public Boolean choice(Expression.Choice choice) {
      return false;
    }

    @Override
    public Boolean use(Expression.Use use) {
      return isJoined(use.variable().definition());
    }

    @Override
    public Boolean test(Expression test) {
      return false;
    }
  }
}
