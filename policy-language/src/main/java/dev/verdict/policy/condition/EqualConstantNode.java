package dev.verdict.policy.condition;

/** Whether a value is the one that was known when the condition was compiled. */
public final class EqualConstantNode extends Node {

  private final Node operand;
  private final Object constant;

  public EqualConstantNode(Node operand, Object constant) {
    this.operand = operand;
    this.constant = constant;
  }

  @Override
  public Object evaluate(Frame frame) {
    Object value = operand.evaluate(frame);
    return value instanceof NoValue ? value : (Object) constant.equals(value);
  }
}
