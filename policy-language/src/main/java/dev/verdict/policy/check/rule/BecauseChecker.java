package dev.verdict.policy.check.rule;

import dev.verdict.policy.check.expression.Known;
import dev.verdict.policy.check.expression.QuotedExpression;
import dev.verdict.policy.check.expression.Types;
import dev.verdict.policy.check.variable.VariableChecker;
import dev.verdict.policy.diagnostic.DiagnosticCode;
import dev.verdict.policy.diagnostic.Diagnostics;
import dev.verdict.policy.expression.Because;
import dev.verdict.policy.expression.Expression;
import dev.verdict.policy.file.BecauseDeclaration;
import dev.verdict.policy.source.Located;
import java.util.Optional;

/** Checks the {@code because} of one rule: what is computed is a text of what has a value there. */
final class BecauseChecker implements BecauseDeclaration.Visitor<Optional<Because>> {

  private final VariableChecker variables;
  private final Known known;
  private final Diagnostics diagnostics;

  /**
   * @param known where the rule matches
   */
  BecauseChecker(VariableChecker variables, Known known, Diagnostics diagnostics) {
    this.variables = variables;
    this.known = known;
    this.diagnostics = diagnostics;
  }

  @Override
  public Optional<Because> sentence(BecauseDeclaration.Sentence because) {
    Located<String> text = because.text();
    QuotedExpression.in(text.value()).ifPresent(quoted -> reportQuoted(text, quoted));
    return Optional.of(new Because.Sentence(text.value()));
  }

  @Override
  public Optional<Because> computed(BecauseDeclaration.Computed because) {
    return because
        .expression()
        .syntax()
        .flatMap(syntax -> variables.checkValue(syntax, known))
        .filter(this::isText)
        .map(Because.Computed::new);
  }

  private void reportQuoted(Located<String> text, QuotedExpression quoted) {
    diagnostics.report(
        DiagnosticCode.CONSTANT_PROPERTY,
        text.span(),
        "`because` is told as it is written; for the value of `"
            + quoted.attribute()
            + "` write `because: { expression: "
            + (quoted.isWhole()
                ? quoted.attribute()
                : "\"concat('..', " + quoted.attribute() + ")\"")
            + " }`");
  }

  private boolean isText(Expression expression) {
    boolean text = Types.isText(expression.type());
    if (!text) {
      diagnostics.report(
          DiagnosticCode.TYPE_MISMATCH,
          expression.fragment().span(),
          "`because` is a text, not " + Types.named(expression.type()));
    }
    return text;
  }
}
