package dev.verdict.policy.compile;

import dev.verdict.policy.decision.ConditionTrace.Kind;
import dev.verdict.policy.evaluate.ConditionPart;
import dev.verdict.policy.expression.Expression;
import dev.verdict.policy.expression.Variable;
import dev.verdict.policy.schema.Type.Simple;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/** Takes conditions apart as their authors see them, for explanations. */
final class ConditionStructures {

  private final ExpressionCompiler compiler;

  /** Variables may double each other, so each is taken apart once. */
  private final IdentityHashMap<Variable, ConditionPart> definitions = new IdentityHashMap<>();

  ConditionStructures(ExpressionCompiler compiler) {
    this.compiler = compiler;
  }

  ConditionPart of(Expression condition) {
    if (condition instanceof Expression.And) {
      return part(Kind.ALL, condition, joined(condition, Expression.And.class));
    }
    if (condition instanceof Expression.Or) {
      return part(Kind.ANY, condition, joined(condition, Expression.Or.class));
    }
    if (condition instanceof Expression.Not not) {
      return part(Kind.NOT, condition, List.of(of(not.operand())));
    }
    if (condition instanceof Expression.Choice choice) {
      return part(
          Kind.CHOICE,
          condition,
          List.of(of(choice.test()), of(choice.whenTrue()), of(choice.whenFalse())));
    }
    if (condition instanceof Expression.Use use && use.type() == Simple.BOOL) {
      return part(Kind.VARIABLE, condition, List.of(definition(use.variable())));
    }
    return part(Kind.TEST, condition, List.of());
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
