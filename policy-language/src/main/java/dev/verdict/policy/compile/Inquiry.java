package dev.verdict.policy.compile;

import dev.verdict.policy.condition.BudgetExceededException;
import dev.verdict.policy.condition.EvaluationError;
import dev.verdict.policy.condition.Frame;
import dev.verdict.policy.condition.Node;
import dev.verdict.policy.expression.Expression;
import dev.verdict.policy.limit.Limit;
import dev.verdict.policy.request.AccessRequest;
import dev.verdict.policy.schema.ResourceType;
import dev.verdict.policy.tree.PolicyTree;

/** A single expression, ready to be evaluated: outside of any rule, for people who try it out. */
public final class Inquiry {

  private static final EvaluationError TOO_MUCH_WORK =
      new EvaluationError("a decision may not take so many steps");

  private final Frame.Layout layout;
  private final Node node;

  private Inquiry(Frame.Layout layout, Node node) {
    this.layout = layout;
    this.node = node;
  }

  /** Compiles an expression that was typed for that resource type. */
  public static Inquiry compile(Expression expression, ResourceType resource, PolicyTree policies) {
    var slots = new SlotTable(resource, policies.schema(), new SlotPool(policies.data()));
    var expressions = new ExpressionCompiler(slots, policies.data().hierarchy());
    Node node = expressions.compile(expression);
    var layout =
        new Frame.Layout(slots.slots(), expressions.variableCount(), Limit.BUDGET.standard());
    return new Inquiry(layout, node);
  }

  /** What {@link Node#evaluate} says of the request; an error where that takes too many steps. */
  public Object evaluate(AccessRequest request) {
    try {
      return node.evaluate(layout.frame(request));
    } catch (BudgetExceededException exceeded) {
      return TOO_MUCH_WORK;
    }
  }
}
