package dev.verdict.policy.evaluate;

import dev.verdict.policy.decision.ConditionTrace.Kind;
import dev.verdict.policy.expression.ConditionVisitor;
import dev.verdict.policy.expression.Expression;
import dev.verdict.policy.schema.Type.Simple;
import java.util.List;
import java.util.stream.Stream;

/**
 * How a condition is made of others, as its author sees it.
 *
 * @param kind what its parts are to it
 * @param parts those it consists of, as far as it is made of things that are true or false
 */
record ConditionShape(Kind kind, List<Expression> parts) {

  private static final Shapes SHAPES = new Shapes();

  static ConditionShape of(Expression condition) {
    return ConditionVisitor.visit(condition, SHAPES);
  }

  private static final class Shapes implements ConditionVisitor<ConditionShape> {

    @Override
    public ConditionShape and(Expression.And and) {
      return new ConditionShape(Kind.ALL, joined(and, Expression.And.class).toList());
    }

    @Override
    public ConditionShape or(Expression.Or or) {
      return new ConditionShape(Kind.ANY, joined(or, Expression.Or.class).toList());
    }

    @Override
    public ConditionShape not(Expression.Not not) {
      boolean oneSign = not.fragment().equals(not.operand().fragment()); // `a != b`
      return oneSign ? test(not) : new ConditionShape(Kind.NOT, not.operands());
    }

    @Override
    public ConditionShape choice(Expression.Choice choice) {
      return new ConditionShape(Kind.CHOICE, choice.operands());
    }

    @Override
    public ConditionShape use(Expression.Use use) {
      return use.type() == Simple.BOOL
          ? new ConditionShape(Kind.VARIABLE, use.operands())
          : test(use);
    }

    @Override
    public ConditionShape test(Expression test) {
      return new ConditionShape(Kind.TEST, List.of());
    }

    /** What a chain of one operator joins. */
    private static Stream<Expression> joined(
        Expression chain, Class<? extends Expression> operator) {
      return chain.operands().stream()
          .flatMap(
              operand ->
                  operator.isInstance(operand) ? joined(operand, operator) : Stream.of(operand));
    }
  }
}
