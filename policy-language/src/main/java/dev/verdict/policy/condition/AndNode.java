package dev.verdict.policy.condition;

/**
 * Whether both hold. False wins over an error on either side, so the order of operands means
 * nothing.
 */
public final class AndNode implements Node {

  private final Node left;
  private final Node right;

  public AndNode(Node left, Node right) {
    this.left = left;
    this.right = right;
  }

  @Override
  public Object evaluate(Frame frame) {
    Object first = left.evaluate(frame);
    if (first == Boolean.FALSE) {
      return first;
    }
    Object second = right.evaluate(frame);
    return first == Boolean.TRUE || second == Boolean.FALSE ? second : first;
  }
}
