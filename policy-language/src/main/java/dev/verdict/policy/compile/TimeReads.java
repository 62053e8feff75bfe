package dev.verdict.policy.compile;

import dev.verdict.policy.evaluate.HoldingPeriods;
import dev.verdict.policy.expression.AttributePath;
import dev.verdict.policy.expression.AttributePath.Root;
import dev.verdict.policy.expression.Expression;
import dev.verdict.policy.expression.Expression.Compare;
import dev.verdict.policy.expression.Expression.Constant;
import dev.verdict.policy.expression.Expression.Read;
import java.time.Instant;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Finds how expressions depend on when they are evaluated. A comparison of {@code context.now} with
 * a constant, which a time of validity is too, changes at one instant; what else becomes of the
 * time may change with every instant.
 */
final class TimeReads {

  private static final AttributePath NOW = new AttributePath(Root.CONTEXT, "now");

  private final Set<Expression> seen = Collections.newSetFromMap(new IdentityHashMap<>());
  private final TreeSet<Instant> changes = new TreeSet<>();
  private boolean always;

  private TimeReads() {}

  /** The periods in which the values of these expressions do not depend on the time. */
  static HoldingPeriods of(Stream<Expression> expressions) {
    var reads = new TimeReads();
    expressions.forEach(reads::visit);
    return reads.always ? HoldingPeriods.NONE : HoldingPeriods.between(reads.changes);
  }

  private void visit(Expression expression) {
    if (!seen.add(expression)) {
      return;
    }
    if (isNow(expression)) {
      always = true;
    } else if (expression instanceof Compare compare && isNow(compare.left())) {
      visit(compare, compare.right(), -1);
    } else if (expression instanceof Compare compare && isNow(compare.right())) {
      visit(compare, compare.left(), 1);
    } else {
      expression.operands().forEach(this::visit);
    }
  }

  /**
   * @param early how the comparison comes out, as a comparator's sign, while it is earlier than the
   *     other operand says
   */
  private void visit(Compare compare, Expression other, int early) {
    if (!(other instanceof Constant constant) || !(constant.value() instanceof Instant instant)) {
      always = true;
      return;
    }
    boolean then = compare.order().holds(0);
    if (compare.order().holds(early) != then) {
      changes.add(instant);
    }
    if (compare.order().holds(-early) != then) {
      changes.add(instant.plusNanos(1));
    }
  }

  private static boolean isNow(Expression expression) {
    return expression instanceof Read read && read.path().equals(NOW);
  }
}
