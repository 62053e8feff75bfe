package dev.verdict.policy.expression;

import dev.verdict.policy.schema.Type;

/** The name of an element within the condition of a quantifier. Each has an object of its own. */
public final class LocalVariable {

  private final String name;
  private final Type type;

  public LocalVariable(String name, Type type) {
    this.name = name;
    this.type = type;
  }

  public String name() {
    return name;
  }

  public Type type() {
    return type;
  }
}
