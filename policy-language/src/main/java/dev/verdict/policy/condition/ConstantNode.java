package dev.verdict.policy.condition;

/** A value that was known when the condition was compiled. */
public final class ConstantNode extends Node {

  private final Object value;

  public ConstantNode(Object value) {
    this.value = value;
  }

  @Override
  public Object evaluate(Frame frame) {
    return value;
  }
}
