package dev.verdict.policy.condition;

/**
 * Whether one holds. True wins over an error on either side, so the order of operands means
 * nothing.
 */
public final class OrNode implements Node {

  private final Node left;
  private final Node right;

  public OrNode(Node left, Node right) {
    this.left = left;
    this.right = right;
  }

  @Override
  public Object evaluate(Frame frame) {
    Object first = left.evaluate(frame);
    if (first == Boolean.TRUE) {
      return first;
    }
    Object second = right.evaluate(frame);
    return first == Boolean.FALSE || second == Boolean.TRUE ? second : first;
  }
}
