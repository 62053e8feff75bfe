package dev.verdict.policy.condition;

/**
 * {@link EqualConstantNode} of an attribute, or the opposite: the most frequent of all conditions,
 * in one step.
 */
public final class AttributeIsNode extends Node {

  private final ReadNode attribute;
  private final Object constant;
  private final boolean wanted;

  /**
   * @param wanted whether the attribute has to be the constant, or must not be
   */
  public AttributeIsNode(ReadNode attribute, Object constant, boolean wanted) {
    this.attribute = attribute;
    this.constant = constant;
    this.wanted = wanted;
  }

  @Override
  public Object evaluate(Frame frame) {
    Object value = attribute.evaluate(frame);
    return value instanceof NoValue ? value : (Object) (constant.equals(value) == wanted);
  }
}
