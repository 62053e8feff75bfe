package dev.verdict.policy.compile;

import dev.verdict.policy.evaluate.Conjunct;
import dev.verdict.policy.expression.Expression;
import java.util.ArrayList;
import java.util.List;

/** Takes a condition apart into what all has to hold, also within the variables that it names. */
final class Conjunction {

  private final ExpressionCompiler compiler;
  private final List<Conjunct> conjuncts = new ArrayList<>();

  private Conjunction(ExpressionCompiler compiler) {
    this.compiler = compiler;
  }

  static List<Conjunct> of(Expression condition, ExpressionCompiler compiler) {
    var conjunction = new Conjunction(compiler);
    conjunction.add(condition);
    return List.copyOf(conjunction.conjuncts);
  }

  private void add(Expression expression) {
    if (expression instanceof Expression.And and) {
      add(and.left());
      add(and.right());
    } else if (expression instanceof Expression.Use use) {
      add(use.variable().definition());
    } else {
      conjuncts.add(new Conjunct(compiler.compile(expression), expression.fragment()));
    }
  }
}
