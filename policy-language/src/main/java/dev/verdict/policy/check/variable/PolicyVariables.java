package dev.verdict.policy.check.variable;

import dev.verdict.policy.check.expression.ExpressionChecker;
import dev.verdict.policy.diagnostic.DiagnosticCode;
import dev.verdict.policy.diagnostic.Diagnostics;
import dev.verdict.policy.expression.AttributePath.Root;
import dev.verdict.policy.file.VariableDeclaration;
import dev.verdict.policy.source.Located;
import dev.verdict.policy.syntax.Syntax;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A {@code let} section, and which of it is used. */
public final class PolicyVariables {

  private final List<Located<String>> declared = new ArrayList<>();
  private final Map<String, Optional<Syntax>> definitions = new LinkedHashMap<>();
  private final Set<String> used = new HashSet<>();
  private final String advice;
  private boolean complete = true;

  private PolicyVariables(String advice) {
    this.advice = advice;
  }

  public PolicyVariables(List<VariableDeclaration> declarations) {
    this("define it in `let`");
    for (VariableDeclaration declaration : declarations) {
      declared.add(declaration.name());
      definitions.put(declaration.name().value(), declaration.definition().syntax());
    }
  }

  /** For conditions that stand in no policy. */
  public static PolicyVariables none() {
    return new PolicyVariables("there is no `let` for it");
  }

  /** What to do about a name that is not declared. */
  String advice() {
    return advice;
  }

  /** Notes that something which was to be imported is unknown: it may hold any name. */
  public void lackImports() {
    complete = false;
  }

  /** Whether a name that is neither declared nor imported is a mistake. */
  boolean isComplete() {
    return complete;
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

  /** What a variable stands for, where that is an attribute or a member of one. */
  Optional<Syntax.Access> alias(String name) {
    return definitions
        .getOrDefault(name, Optional.empty())
        .map(ExpressionChecker::ungrouped)
        .filter(Syntax.Access.class::isInstance)
        .map(Syntax.Access.class::cast)
        .filter(PolicyVariables::isOfRequest);
  }

  private static boolean isOfRequest(Syntax.Access access) {
    return access.target() instanceof Syntax.Access inner
        ? isOfRequest(inner)
        : access.target() instanceof Syntax.Name name && Root.named(name.name()).isPresent();
  }

  /** The names that are used. */
  Set<String> used() {
    return Set.copyOf(used);
  }

  /** Notes that any of them may be used. */
  public void useAll() {
    used.addAll(definitions.keySet());
  }

  /**
   * Reports the variables that no rule came to use, not even by way of another. Their types are
   * nobody's concern: it takes a rule to say what they may read. One that cannot even be read is
   * reported already.
   */
  public void reportUnused(Diagnostics diagnostics) {
    declared.stream()
        .filter(name -> !used.contains(name.value()))
        .filter(name -> definitions.getOrDefault(name.value(), Optional.empty()).isPresent())
        .forEach(
            name ->
                diagnostics.report(
                    DiagnosticCode.UNUSED_VARIABLE,
                    name.span(),
                    "no rule uses the variable `" + name.value() + "`"));
  }
}
