package dev.verdict.policy.condition;

import java.util.Collection;
import java.util.Set;

/** Whether a set of names holds one of a few. */
public final class HasOneOfNode extends Node {

  private final Node names;
  private final String[] wanted;

  /**
   * @param names a set of strings
   */
  public HasOneOfNode(Node names, Set<String> wanted) {
    this.names = names;
    this.wanted = wanted.toArray(String[]::new);
  }

  @Override
  public Object evaluate(Frame frame) {
    Object value = names.evaluate(frame);
    if (!(value instanceof Collection<?> set)) {
      return value;
    }
    for (String name : wanted) {
      if (set.contains(name)) {
        return true;
      }
    }
    return false;
  }
}
