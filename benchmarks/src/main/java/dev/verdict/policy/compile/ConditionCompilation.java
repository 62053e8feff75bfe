package dev.verdict.policy.compile;

import dev.verdict.policy.checked.CheckedPolicySet;
import dev.verdict.policy.condition.Frame;
import dev.verdict.policy.condition.Node;
import dev.verdict.policy.expression.AttributePath;
import dev.verdict.policy.expression.Expression;
import dev.verdict.policy.limit.Limit;

/**
 * Compiles conditions of one resource type by themselves, as the compiler does within rules. It
 * stands in the compiler's package, so that the compiler need not open itself for benchmarks.
 */
public final class ConditionCompilation {

  private final SlotTable slots;
  private final ExpressionCompiler expressions;

  /**
   * Begins with no conditions.
   *
   * @param resource the name of a resource type of the schema
   */
  public ConditionCompilation(CheckedPolicySet policies, String resource) {
    var type = policies.schema().resources().get(resource);
    if (type == null) {
      throw new IllegalArgumentException("resource: " + resource + " (expected: one declared)");
    }
    slots = new SlotTable(type, policies.schema(), new SlotPool(policies.data()));
    expressions = new ExpressionCompiler(slots, policies.data().hierarchy());
  }

  /** A condition as nodes over the slots of {@link #layout()}. */
  public Node compile(Expression condition) {
    return expressions.compile(condition);
  }

  /** The slot of an attribute, the one that nodes read too. */
  public int slot(AttributePath path) {
    return slots.number(path);
  }

  /** Frames for all that was compiled so far. */
  public Frame.Layout layout() {
    return new Frame.Layout(slots.slots(), expressions.variableCount(), Limit.BUDGET.standard());
  }
}
