package dev.verdict.policy.analyse;

import dev.verdict.policy.expression.AttributePath;
import dev.verdict.policy.expression.ConditionVisitor;
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
      Remainder remainder =
          ConditionVisitor.visit(goal.expression(), new GoalVisitor(goal, assumptions));
      if (!remainder.possible()) {
        return false;
      }
      goal = remainder.goal();
    }
    return true;
  }

  /**
   * What is left of the goals.
   *
   * @param possible whether the goal that was followed can be reached
   * @param goal what has to be reached with it
   */
  private record Remainder(boolean possible, @Nullable Goal goal) {

    static final Remainder IMPOSSIBLE = new Remainder(false, null);
  }

  private final class GoalVisitor implements ConditionVisitor<Remainder> {

    private final boolean wanted;
    private final @Nullable Goal next;
    private final Assumptions assumptions;

    GoalVisitor(Goal goal, Assumptions assumptions) {
      this.wanted = goal.wanted();
      this.next = goal.next();
      this.assumptions = assumptions;
    }

    @Override
    public Remainder and(Expression.And and) {
      return wanted ? both(and.left(), and.right()) : either(and.left(), and.right());
    }

    @Override
    public Remainder or(Expression.Or or) {
      return wanted ? either(or.left(), or.right()) : both(or.left(), or.right());
    }

    @Override
    public Remainder not(Expression.Not not) {
      return goOn(new Goal(not.operand(), !wanted, next));
    }

    @Override
    public Remainder choice(Expression.Choice choice) {
      return oneOf(
          new Goal(choice.test(), true, new Goal(choice.whenTrue(), wanted, next)),
          new Goal(choice.test(), false, new Goal(choice.whenFalse(), wanted, next)));
    }

    @Override
    public Remainder use(Expression.Use use) {
      Optional<Boolean> before = assumptions.variable(use.variable(), wanted);
      if (before.isPresent()) {
        return before.get() == wanted ? goOn(next) : Remainder.IMPOSSIBLE;
      }
      return goOn(new Goal(use.variable().definition(), wanted, next));
    }

    @Override
    public Remainder test(Expression test) {
      return Leaf.holds(test, wanted, assumptions) ? goOn(next) : Remainder.IMPOSSIBLE;
    }

    private Remainder both(Expression left, Expression right) {
      return goOn(new Goal(left, wanted, new Goal(right, wanted, next)));
    }

    private Remainder either(Expression left, Expression right) {
      return oneOf(new Goal(left, wanted, next), new Goal(right, wanted, next));
    }

    private Remainder oneOf(Goal one, Goal other) {
      boolean possible = follow(one, assumptions.copy()) || follow(other, assumptions);
      return new Remainder(possible, null);
    }

    private static Remainder goOn(@Nullable Goal goal) {
      return new Remainder(true, goal);
    }
  }
}
