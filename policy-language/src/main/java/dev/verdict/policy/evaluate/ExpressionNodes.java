package dev.verdict.policy.evaluate;

import dev.verdict.policy.condition.Node;
import dev.verdict.policy.expression.Expression;
import java.util.IdentityHashMap;
import java.util.Objects;

/**
 * What evaluates each expression of the tree, for those who walk it to explain a decision.
 * Immutable.
 */
public final class ExpressionNodes {

  private final IdentityHashMap<Expression, Node> nodes;

  public ExpressionNodes(IdentityHashMap<Expression, Node> nodes) {
    this.nodes = new IdentityHashMap<>(nodes);
  }

  Node of(Expression expression) {
    return Objects.requireNonNull(nodes.get(expression), "node");
  }
}
