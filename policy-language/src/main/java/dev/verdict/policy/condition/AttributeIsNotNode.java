package dev.verdict.policy.condition;

/** The opposite of {@link AttributeIsNode}, in one step too. */
public final class AttributeIsNotNode extends Node {

  private final ReadNode attribute;
  private final Object constant;

  public AttributeIsNotNode(ReadNode attribute, Object constant) {
    this.attribute = attribute;
    this.constant = constant;
  }

  @Override
  public Object evaluate(Frame frame) {
    Object value = attribute.evaluate(frame);
    return value instanceof EvaluationError ? value : (Object) !constant.equals(value);
  }
}
