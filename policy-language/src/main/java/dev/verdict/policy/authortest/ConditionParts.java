package dev.verdict.policy.authortest;

import dev.verdict.policy.expression.Expression;
import dev.verdict.policy.expression.Variable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * Takes a condition apart into what is true or false by itself: whatever {@code &&} and {@code ||}
 * join, also within {@code !} and within the variables that it names.
 */
final class ConditionParts {

  private final List<Expression> parts = new ArrayList<>();

  /** Named already: variables may double each other. */
  private final Set<Variable> named = Collections.newSetFromMap(new IdentityHashMap<>());

  private ConditionParts() {}

  /** The parts, in their order. */
  static List<Expression> of(Expression condition) {
    var parts = new ConditionParts();
    parts.add(condition);
    return List.copyOf(parts.parts);
  }

  private void add(Expression expression) {
    if (joins(expression)) {
      expression.operands().forEach(this::add);
    } else if (expression instanceof Expression.Use use) {
      if (named.add(use.variable())) {
        add(use.variable().definition());
      }
    } else if (expression instanceof Expression.Not not && isJoined(not.operand())) {
      add(not.operand());
    } else {
      parts.add(expression);
    }
  }

  private static boolean joins(Expression expression) {
    return expression instanceof Expression.And || expression instanceof Expression.Or;
  }

  /** Whether there is more than one part; a single one is shown with its {@code !}. */
  private static boolean isJoined(Expression expression) {
    if (expression instanceof Expression.Use use) {
      return isJoined(use.variable().definition());
    }
    return expression instanceof Expression.Not not ? isJoined(not.operand()) : joins(expression);
  }
}
