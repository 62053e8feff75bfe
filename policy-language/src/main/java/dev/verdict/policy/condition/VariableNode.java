package dev.verdict.policy.condition;

/** The value of a variable, evaluated at its first use. */
public final class VariableNode extends Node {

  private final int index;
  private final Node definition;
  private final long price;

  /**
   * @param price what the definition costs, whatever the values that it meets
   */
  public VariableNode(int index, Node definition, long price) {
    this.index = index;
    this.definition = definition;
    this.price = price;
  }

  @Override
  public Object evaluate(Frame frame) {
    return frame.variable(index, definition, price);
  }
}
