package dev.verdict.policy.condition;

import java.util.List;

/**
 * Whether all hold. False wins over an error or an unknown wherever it stands, so the order of
 * operands means nothing.
 */
public final class AndNode extends Node {

  private final Node[] operands;

  public AndNode(List<Node> operands) {
    this.operands = operands.toArray(Node[]::new);
  }

  @Override
  public Object evaluate(Frame frame) {
    Object result = true;
    for (Node operand : operands) {
      Object value = DirectCall.evaluate(operand, frame);
      if (value == Boolean.FALSE) {
        return value;
      }
      result = result == Boolean.TRUE ? value : ((NoValue) result).with(value);
    }
    return result;
  }
}
