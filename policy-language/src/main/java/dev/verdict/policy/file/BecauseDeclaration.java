package dev.verdict.policy.file;

import dev.verdict.policy.source.Located;

/** The {@code because} of a rule, as written. */
public sealed interface BecauseDeclaration {

  /** Calls the method of the visitor that is for this kind. */
  <R> R accept(Visitor<R> visitor);

  /** One for each kind. */
  interface Visitor<R> {

    R sentence(Sentence because);

    R computed(Computed because);
  }

  /** The author's own words. */
  record Sentence(Located<String> text) implements BecauseDeclaration {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.sentence(this);
    }
  }

  /** {@code { expression: .. }}. */
  record Computed(WrittenExpression expression) implements BecauseDeclaration {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.computed(this);
    }
  }
}
