package dev.verdict.policy.condition;

/** Whether two values are the same. */
public final class EqualNode extends Node {

  private final Node left;
  private final Node right;

  public EqualNode(Node left, Node right) {
    this.left = left;
    this.right = right;
  }

  @Override
  public Object evaluate(Frame frame) {
    Object first = left.evaluate(frame);
    if (first instanceof EvaluationError) {
      return first;
    }
    Object second = right.evaluate(frame);
    if (second instanceof EvaluationError) {
      return second;
    }
    return first.equals(second);
  }
}
