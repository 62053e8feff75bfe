package dev.verdict.policy.condition;

/** {@link EqualConstantNode} of an attribute: the most frequent of all conditions, in one step. */
public final class AttributeIsNode extends Node {

  private final ReadNode attribute;
  private final Object constant;

  public AttributeIsNode(ReadNode attribute, Object constant) {
    this.attribute = attribute;
    this.constant = constant;
  }

  @Override
  public Object evaluate(Frame frame) {
    Object value = attribute.evaluate(frame);
    return value instanceof EvaluationError ? value : (Object) constant.equals(value);
  }
}
