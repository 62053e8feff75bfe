package dev.verdict.policy.expression;

/**
 * A variable of a {@code let} section, typed for the rules of one target. Its uses share this
 * object, so that it is evaluated at most once for a request.
 */
public final class Variable {

  private final String name;
  private final Expression definition;

  public Variable(String name, Expression definition) {
    this.name = name;
    this.definition = definition;
  }

  public String name() {
    return name;
  }

  public Expression definition() {
    return definition;
  }
}
