package dev.verdict.policy.compile;

import dev.verdict.policy.decision.ConditionTrace.Kind;
import dev.verdict.policy.evaluate.ConditionPart;
import dev.verdict.policy.expression.ConditionVisitor;
import dev.verdict.policy.expression.Expression;
import dev.verdict.policy.expression.Variable;
import dev.verdict.policy.schema.Type.Simple;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/** Takes conditions apart as their authors see them, for explanations. */
final class ConditionStructures implements ConditionVisitor<ConditionPart> {

  private final ExpressionCompiler compiler;

  /** Variables may double each other, so each is taken apart once. */
  private final IdentityHashMap<Variable, ConditionPart> definitions = new IdentityHashMap<>();

  ConditionStructures(ExpressionCompiler compiler) {
    this.compiler = compiler;
  }

  ConditionPart of(Expression condition) {
    return ConditionVisitor.visit(condition, this);
  }

  @Override
  public ConditionPart and(Expression.And and) {
    return part(Kind.ALL, and, joined(and, Expression.And.class));
  }

  @Override
  public ConditionPart or(Expression.Or or) {
    return part(Kind.ANY, or, joined(or, Expression.Or.class));
  }

  @Override
  public ConditionPart not(Expression.Not not) {
    return part(Kind.NOT, not, List.of(of(not.operand())));
  }

  @Override
  public ConditionPart choice(Expression.Choice choice) {
    return part(
        Kind.CHOICE,
        choice,
        List.of(of(choice.test()), of(choice.whenTrue()), of(choice.whenFalse())));
  }

  @Override
  public ConditionPart use(Expression.Use use) {
    return use.type() == Simple.BOOL
        ? part(Kind.VARIABLE, use, List.of(definition(use.variable())))
        : test(use);
  }

  @Override
  public ConditionPart test(Expression test) {
    return part(Kind.TEST, test, List.of());
  }

  private ConditionPart definition(Variable variable) {
    ConditionPart known = definitions.get(variable);
    if (known == null) {
      known = of(variable.definition());
      definitions.put(variable, known);
    }
    return known;
  }

  /** What a chain of one operator joins. */
  private List<ConditionPart> joined(Expression chain, Class<? extends Expression> operator) {
    var parts = new ArrayList<ConditionPart>();
    for (Expression operand : chain.operands()) {
      if (operator.isInstance(operand)) {
        parts.addAll(joined(operand, operator));
      } else {
        parts.add(of(operand));
      }
    }
    return parts;
  }

  private ConditionPart part(Kind kind, Expression expression, List<ConditionPart> parts) {
    return new ConditionPart(kind, compiler.compile(expression), expression.fragment(), parts);
  }
}
