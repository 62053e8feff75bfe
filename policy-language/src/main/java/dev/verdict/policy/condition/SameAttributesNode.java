package dev.verdict.policy.condition;

/** {@link EqualNode} of two attributes, such as a resource's owner and the subject, in one step. */
public final class SameAttributesNode extends Node {

  private final ReadNode left;
  private final ReadNode right;

  public SameAttributesNode(ReadNode left, ReadNode right) {
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
    return second instanceof EvaluationError ? second : (Object) first.equals(second);
  }
}
