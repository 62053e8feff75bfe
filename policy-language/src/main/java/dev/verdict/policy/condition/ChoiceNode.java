package dev.verdict.policy.condition;

/** One of two values; where the test is in error or unknown, so is the whole. */
public final class ChoiceNode extends Node {

  private final Node test;
  private final Node whenTrue;
  private final Node whenFalse;

  public ChoiceNode(Node test, Node whenTrue, Node whenFalse) {
    this.test = test;
    this.whenTrue = whenTrue;
    this.whenFalse = whenFalse;
  }

  @Override
  public Object evaluate(Frame frame) {
    Object tested = test.evaluate(frame);
    if (tested == Boolean.TRUE) {
      return whenTrue.evaluate(frame);
    }
    return tested == Boolean.FALSE ? whenFalse.evaluate(frame) : tested;
  }
}
