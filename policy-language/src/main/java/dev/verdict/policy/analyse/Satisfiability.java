package dev.verdict.policy.analyse;

import dev.verdict.policy.expression.AttributePath;
import dev.verdict.policy.expression.Expression;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether a condition can come out true, or false, for some request.
 *
 * <p>It follows the condition from the outside: for {@code a && b} to be true both have to be, for
 * {@code a || b} one of them, and so on, until something is asked of a single attribute; there it
 * notes what that leaves of the attribute's values. If nothing is left on every way, the answer is
 * no. A condition in error is neither true nor false, so errors need no place in this. What it does
 * not understand it takes to be possible, and so it does when the ways become too many.
 */
final class Satisfiability {

  private static final int MAX_STEPS = 2_000;

  private int steps;

  private Satisfiability() {}

  /**
   * Whether conditions can all have one outcome for one request.
   *
   * @param known what the attributes can be, where less than their type says
   * @return false only where it is certain that they cannot
   */
  static boolean canBe(
      boolean outcome, List<Expression> conditions, Map<AttributePath, Domain> known) {
    @Nullable Goal goal = null;
    for (Expression condition : conditions) {
      goal = new Goal(condition, outcome, goal);
    }
    return new Satisfiability().follow(goal, Assumptions.of(known));
  }

  /** A part that has to come out in a certain way, and what else has to. */
  private record Goal(Expression expression, boolean wanted, @Nullable Goal next) {}

  private boolean follow(@Nullable Goal first, Assumptions assumptions) {
    @Nullable Goal goal = first;
    while (goal != null) {
      if (++steps > MAX_STEPS) {
        return true;
      }
      Expression expression = goal.expression();
      boolean wanted = goal.wanted();
      @Nullable Goal next = goal.next();
      if (expression instanceof Expression.Not not) {
        goal = new Goal(not.operand(), !wanted, next);
      } else if (expression instanceof Expression.And and) {
        if (!wanted) {
          return either(and.left(), and.right(), false, next, assumptions);
        }
        goal = new Goal(and.left(), true, new Goal(and.right(), true, next));
      } else if (expression instanceof Expression.Or or) {
        if (wanted) {
          return either(or.left(), or.right(), true, next, assumptions);
        }
        goal = new Goal(or.left(), false, new Goal(or.right(), false, next));
      } else if (expression instanceof Expression.Choice choice) {
        return choose(choice, wanted, next, assumptions);
      } else if (expression instanceof Expression.Use use) {
        Optional<Boolean> before = assumptions.variable(use.variable(), wanted);
        if (before.isPresent() && before.get() != wanted) {
          return false;
        }
        goal = before.isPresent() ? next : new Goal(use.variable().definition(), wanted, next);
      } else if (Leaf.holds(expression, wanted, assumptions)) {
        goal = next;
      } else {
        return false;
      }
    }
    return true;
  }

  private boolean either(
      Expression left,
      Expression right,
      boolean wanted,
      @Nullable Goal next,
      Assumptions assumptions) {
    return follow(new Goal(left, wanted, next), assumptions.copy())
        || follow(new Goal(right, wanted, next), assumptions);
  }

  private boolean choose(
      Expression.Choice choice, boolean wanted, @Nullable Goal next, Assumptions assumptions) {
    var whenTrue = new Goal(choice.test(), true, new Goal(choice.whenTrue(), wanted, next));
    var whenFalse = new Goal(choice.test(), false, new Goal(choice.whenFalse(), wanted, next));
    return follow(whenTrue, assumptions.copy()) || follow(whenFalse, assumptions);
  }
}
