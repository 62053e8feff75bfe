package dev.verdict.policy.compile;

import dev.verdict.policy.expression.Expression;
import dev.verdict.policy.expression.Variable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** Takes a condition apart into what all has to hold, also within the variables that it names. */
final class Conjunction {

  private final List<Expression> conjuncts = new ArrayList<>();

  /** Named already: what has to hold has to hold once, and variables may double each other. */
  private final Set<Variable> named = Collections.newSetFromMap(new IdentityHashMap<>());

  private Conjunction() {}

  /** The parts, in their order. */
  static List<Expression> of(Expression condition) {
    var conjunction = new Conjunction();
    conjunction.add(condition);
    return List.copyOf(conjunction.conjuncts);
  }

  private void add(Expression expression) {
    if (expression instanceof Expression.And and) {
      add(and.left());
      add(and.right());
    } else if (expression instanceof Expression.Use use) {
      if (named.add(use.variable())) {
        add(use.variable().definition());
      }
    } else {
      conjuncts.add(expression);
    }
  }
}
