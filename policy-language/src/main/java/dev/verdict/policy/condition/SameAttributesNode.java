package dev.verdict.policy.condition;

import dev.verdict.policy.work.Steps;

/**
 * {@link EqualNode} of two attributes, such as a resource's owner and the subject, or the opposite,
 * in one step.
 */
public final class SameAttributesNode extends Node {

  private final ReadNode left;
  private final ReadNode right;
  private final boolean wanted;

  /**
   * @param wanted whether the attributes have to be the same, or must not be
   */
  public SameAttributesNode(ReadNode left, ReadNode right, boolean wanted) {
    this.left = left;
    this.right = right;
    this.wanted = wanted;
  }

  @Override
  public Object evaluate(Frame frame) {
    Object first = left.evaluate(frame);
    if (first instanceof NoValue none) {
      return none.beside(right, frame);
    }
    Object second = right.evaluate(frame);
    if (second instanceof NoValue) {
      return second;
    }
    frame.charge(Steps.equal(first));
    return first.equals(second) == wanted;
  }
}
