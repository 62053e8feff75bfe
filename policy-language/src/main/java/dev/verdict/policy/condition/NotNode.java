package dev.verdict.policy.condition;

/** The opposite; an error or an unknown stays what it is. */
public final class NotNode extends Node {

  private final Node operand;

  public NotNode(Node operand) {
    this.operand = operand;
  }

  @Override
  public Object evaluate(Frame frame) {
    Object value = operand.evaluate(frame);
    return value instanceof Boolean flag ? (Object) !flag : value;
  }
}
