package dev.verdict.policy.condition;

import java.util.List;

/**
 * Whether one holds. True wins over an error or an unknown wherever it stands, so the order of
 * operands means nothing.
 */
public final class OrNode extends Node {

  private final Node[] operands;

  public OrNode(List<Node> operands) {
    this.operands = operands.toArray(Node[]::new);
  }

  @Override
  public Object evaluate(Frame frame) {
    Object result = false;
    for (Node operand : operands) {
      Object value = DirectCall.evaluate(operand, frame);
      if (value == Boolean.TRUE) {
        return value;
      }
      result = result == Boolean.FALSE ? value : ((NoValue) result).with(value);
    }
    return result;
  }
}
