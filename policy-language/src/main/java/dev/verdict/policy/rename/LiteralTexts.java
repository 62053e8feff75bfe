package dev.verdict.policy.rename;

import dev.verdict.policy.syntax.BinaryOperator;
import dev.verdict.policy.syntax.Syntax;
import java.util.Collections;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The texts that an expression is one of, or a list of; followed through variables. */
final class LiteralTexts implements Syntax.Visitor<Boolean> {

  private final Function<String, Optional<Syntax>> variables;
  private final Set<Syntax.TextLiteral> found = new HashSet<>();
  private final Set<String> followed = new HashSet<>();
  private boolean isAll;

  private LiteralTexts(Function<String, Optional<Syntax>> variables) {
    this.variables = variables;
  }

  static LiteralTexts of(Syntax syntax, Function<String, Optional<Syntax>> variables) {
    var texts = new LiteralTexts(variables);
    texts.isAll = syntax.accept(texts);
    return texts;
  }

  /** None where the value comes from elsewhere. */
  Set<Syntax.TextLiteral> texts() {
    return Collections.unmodifiableSet(found);
  }

  /** Whether the value is always one of these. */
  boolean isAll() {
    return isAll;
  }

  @Override
  public Boolean textLiteral(Syntax.TextLiteral syntax) {
    found.add(syntax);
    return true;
  }

  @Override
  public Boolean listLiteral(Syntax.ListLiteral syntax) {
    syntax.items().forEach(item -> item.accept(this));
    return !found.isEmpty();
  }

  @Override
  public Boolean group(Syntax.Group syntax) {
    return syntax.inner().accept(this);
  }

  @Override
  public Boolean name(Syntax.Name syntax) {
    return followed.add(syntax.name())
        && variables.apply(syntax.name()).map(found -> found.accept(this)).orElse(false);
  }

  @Override
  public Boolean conditional(Syntax.Conditional syntax) {
    boolean whenTrue = syntax.whenTrue().accept(this);
    return syntax.whenFalse().accept(this) && whenTrue;
  }

  @Override
  public Boolean binary(Syntax.Binary syntax) {
    if (syntax.operator() == BinaryOperator.COALESCE) {
      syntax.right().accept(this);
    }
    return false;
  }

  @Override
  public Boolean flagLiteral(Syntax.FlagLiteral syntax) {
    return false;
  }

  @Override
  public Boolean numberLiteral(Syntax.NumberLiteral syntax) {
    return false;
  }

  @Override
  public Boolean access(Syntax.Access syntax) {
    return false;
  }

  @Override
  public Boolean call(Syntax.Call syntax) {
    return false;
  }

  @Override
  public Boolean not(Syntax.Not syntax) {
    return false;
  }

  @Override
  public Boolean negate(Syntax.Negate syntax) {
    return false;
  }
}
