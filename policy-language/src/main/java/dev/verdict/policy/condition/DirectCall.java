package dev.verdict.policy.condition;

/**
 * Calls the nodes that conditions mostly consist of by their class: they do so little that a
 * virtual call would cost more than they do.
 */
final class DirectCall {

  private DirectCall() {}

  /** What {@link Node#evaluate} gives. */
  static Object evaluate(Node node, Frame frame) {
    if (node instanceof AttributeIsNode is) {
      return is.evaluate(frame);
    }
    if (node instanceof SameAttributesNode same) {
      return same.evaluate(frame);
    }
    if (node instanceof AttributeHoldsNode holds) {
      return holds.evaluate(frame);
    }
    if (node instanceof AttributesOrderNode order) {
      return order.evaluate(frame);
    }
    if (node instanceof AttributeOrderNode order) {
      return order.evaluate(frame);
    }
    return node.evaluate(frame);
  }
}
