package dev.verdict.policy.file;

import dev.verdict.policy.request.Value;

/** A property of an obligation or advice, as written. */
public sealed interface PropertyDeclaration {

  String name();

  /** Calls the method of the visitor that is for this kind of property. */
  <R> R accept(Visitor<R> visitor);

  /** Something that is done to each kind of property. */
  interface Visitor<R> {

    R constant(Constant property);

    R computed(Computed property);
  }

  /** The same for every decision. */
  record Constant(String name, Value value) implements PropertyDeclaration {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.constant(this);
    }
  }

  /** Found for each decision: {@code {expression: resource.owner}}. */
  record Computed(String name, WrittenExpression expression) implements PropertyDeclaration {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.computed(this);
    }
  }
}
