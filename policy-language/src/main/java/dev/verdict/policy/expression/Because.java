package dev.verdict.policy.expression;

import java.util.Optional;

/** What the author of a rule says of why it permits or denies. */
public sealed interface Because {

  /** The text, where it is the same for every decision. */
  Optional<String> fixed();

  /** What the text is computed from, where it is found for each decision. */
  Optional<Expression> computed();

  /** The author's own words. */
  record Sentence(String text) implements Because {
    @Override
    public Optional<String> fixed() {
      return Optional.of(text);
    }

    @Override
    public Optional<Expression> computed() {
      return Optional.empty();
    }
  }

  /** A text that is found for each decision. */
  record Computed(Expression expression) implements Because {
    @Override
    public Optional<String> fixed() {
      return Optional.empty();
    }

    @Override
    public Optional<Expression> computed() {
      return Optional.of(expression);
    }
  }
}
