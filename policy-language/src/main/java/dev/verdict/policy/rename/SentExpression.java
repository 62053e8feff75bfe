package dev.verdict.policy.rename;

import dev.verdict.policy.file.BecauseDeclaration;
import dev.verdict.policy.file.PropertyDeclaration;
import dev.verdict.policy.syntax.Syntax;
import java.util.Optional;

/** The expression of which callers are sent the value; what is written as it is has none. */
final class SentExpression
    implements PropertyDeclaration.Visitor<Optional<Syntax>>,
        BecauseDeclaration.Visitor<Optional<Syntax>> {

  static final SentExpression SYNTAX = new SentExpression();

  private SentExpression() {}

  @Override
  public Optional<Syntax> constant(PropertyDeclaration.Constant property) {
    return Optional.empty();
  }

  @Override
  public Optional<Syntax> computed(PropertyDeclaration.Computed property) {
    return property.expression().syntax();
  }

  @Override
  public Optional<Syntax> sentence(BecauseDeclaration.Sentence because) {
    return Optional.empty();
  }

  @Override
  public Optional<Syntax> computed(BecauseDeclaration.Computed because) {
    return because.expression().syntax();
  }
}
