package dev.verdict.policy.condition;

/** The value of a variable, evaluated at its first use. */
public final class VariableNode extends Node {

  private final int index;
  private final Node definition;

  public VariableNode(int index, Node definition) {
    this.index = index;
    this.definition = definition;
  }

  @Override
  public Object evaluate(Frame frame) {
    return frame.variable(index, definition);
  }
}
