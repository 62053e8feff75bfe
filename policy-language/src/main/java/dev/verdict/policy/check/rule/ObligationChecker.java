package dev.verdict.policy.check.rule;

import dev.verdict.policy.check.expression.Known;
import dev.verdict.policy.check.expression.Types;
import dev.verdict.policy.check.variable.VariableChecker;
import dev.verdict.policy.checked.CheckedObligation;
import dev.verdict.policy.diagnostic.DiagnosticCode;
import dev.verdict.policy.diagnostic.Diagnostics;
import dev.verdict.policy.expression.Expression;
import dev.verdict.policy.file.ObligationDeclaration;
import dev.verdict.policy.file.PropertyDeclaration;
import dev.verdict.policy.schema.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Checks the obligations and advice of one rule. Their expressions are evaluated only where the
 * rule matches, so they may read what its condition found to be present.
 */
final class ObligationChecker
    implements PropertyDeclaration.Visitor<Optional<CheckedObligation.Property>> {

  private final VariableChecker variables;
  private final Known known;
  private final Diagnostics diagnostics;

  /**
   * @param known where the rule matches
   */
  ObligationChecker(VariableChecker variables, Known known, Diagnostics diagnostics) {
    this.variables = variables;
    this.known = known;
    this.diagnostics = diagnostics;
  }

  /** What is wrong is reported and left out. */
  List<CheckedObligation> check(List<ObligationDeclaration> declarations) {
    var obligations = new ArrayList<CheckedObligation>();
    for (ObligationDeclaration declared : declarations) {
      List<CheckedObligation.Property> properties =
          declared.properties().stream().flatMap(each -> each.accept(this).stream()).toList();
      obligations.add(new CheckedObligation(declared.id().value(), properties));
    }
    return obligations;
  }

  @Override
  public Optional<CheckedObligation.Property> constant(PropertyDeclaration.Constant constant) {
    return Optional.of(new CheckedObligation.Constant(constant.name(), constant.value()));
  }

  @Override
  public Optional<CheckedObligation.Property> computed(PropertyDeclaration.Computed computed) {
    return computed
        .expression()
        .syntax()
        .flatMap(syntax -> variables.checkValue(syntax, known))
        .filter(this::canBeSent)
        .map(expression -> new CheckedObligation.Computed(computed.name(), expression));
  }

  private boolean canBeSent(Expression expression) {
    Type type = Types.elementOf(expression.type()).orElse(expression.type());
    boolean plain =
        switch (type.kind()) {
          case SIMPLE, ENUMERATION, REFERENCE -> true;
          case SET, LIST, STRUCTURE -> false;
        };
    if (!plain) {
      diagnostics.report(
          DiagnosticCode.TYPE_MISMATCH,
          expression.fragment().span(),
          "a property cannot hold " + Types.named(expression.type()) + "; name a part of it");
    }
    return plain;
  }
}
