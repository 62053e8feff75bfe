package dev.verdict.policy.condition;

/** The element that a quantifier is at. */
public final class LocalNode extends Node {

  private final int place;

  public LocalNode(int place) {
    this.place = place;
  }

  @Override
  public Object evaluate(Frame frame) {
    return frame.local(place);
  }
}
