package dev.verdict.policy.check;

import dev.verdict.policy.diagnostic.DiagnosticCode;
import dev.verdict.policy.diagnostic.Diagnostics;
import dev.verdict.policy.file.VariableDeclaration;
import dev.verdict.policy.syntax.ConditionParser;
import dev.verdict.policy.syntax.Syntax;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The {@code let} section of a policy, parsed once, and which of it is used. */
final class PolicyVariables {

  private final Map<String, Optional<Syntax>> definitions = new LinkedHashMap<>();
  private final Set<String> used = new HashSet<>();
  private final String advice;

  private PolicyVariables(String advice) {
    this.advice = advice;
  }

  PolicyVariables(List<VariableDeclaration> declarations, Diagnostics diagnostics) {
    this("define it in `let`");
    for (VariableDeclaration declaration : declarations) {
      definitions.put(
          declaration.name().value(), ConditionParser.parse(declaration.definition(), diagnostics));
    }
  }

  /** For conditions that stand in no policy. */
  static PolicyVariables none() {
    return new PolicyVariables("there is no `let` for it");
  }

  /** What to do about a name that is not declared. */
  String advice() {
    return advice;
  }

  boolean isDeclared(String name) {
    return definitions.containsKey(name);
  }

  Set<String> names() {
    return definitions.keySet();
  }

  /** The definition, where there is one that can be read; notes that it is used. */
  Optional<Syntax> use(String name) {
    used.add(name);
    return definitions.getOrDefault(name, Optional.empty());
  }

  /** Reports the variables that no rule came to use, and checks them all the same. */
  void reportUnused(
      List<VariableDeclaration> declarations, VariableChecker checker, Diagnostics diagnostics) {
    for (VariableDeclaration declaration : declarations) {
      String name = declaration.name().value();
      if (!used.contains(name)) {
        diagnostics.report(
            DiagnosticCode.UNUSED_VARIABLE,
            declaration.name().span(),
            "no rule uses the variable `" + name + "`");
        definitions
            .getOrDefault(name, Optional.empty())
            .ifPresent(definition -> checker.definition(name, definition));
      }
    }
  }
}
