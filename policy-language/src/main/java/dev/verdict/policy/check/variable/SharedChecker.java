package dev.verdict.policy.check.variable;

import dev.verdict.policy.check.expression.Nesting;
import dev.verdict.policy.check.expression.Place;
import dev.verdict.policy.check.expression.Scope;
import dev.verdict.policy.check.expression.Typed;
import dev.verdict.policy.diagnostic.Diagnostic;
import dev.verdict.policy.diagnostic.Diagnostics;
import dev.verdict.policy.limit.Limits;
import dev.verdict.policy.syntax.Syntax;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The variables of one file, typed for one target and for all policies with rules on it. What is
 * wrong with them there may be right elsewhere, so it is told together with who uses it.
 */
final class SharedChecker {

  private final PolicyVariables variables;
  private final Scope scope;
  private final Nesting nesting;
  private final Limits limits;
  private final ImportFindings findings;
  private final VariableChecker checker;
  private final Map<String, List<Diagnostic>> problems = new HashMap<>();

  /**
   * @param findings takes what is wrong
   */
  SharedChecker(
      PolicyVariables variables,
      Scope scope,
      Nesting nesting,
      Limits limits,
      ImportFindings findings) {
    this.variables = variables;
    this.scope = scope;
    this.nesting = nesting;
    this.limits = limits;
    this.findings = findings;
    this.checker = checker(new Diagnostics(limits));
  }

  private VariableChecker checker(Diagnostics diagnostics) {
    return new VariableChecker(variables, List.of(), scope, nesting, diagnostics);
  }

  boolean isDeclared(String name) {
    return variables.isDeclared(name);
  }

  Set<String> names() {
    return variables.names();
  }

  /** How deep the definition of a variable is nested, as far as it was looked at. */
  int depth(String name) {
    return checker.depth(name);
  }

  Set<Place> needs(String name) {
    return checker.needs(name);
  }

  Optional<Syntax.Access> alias(String name) {
    return variables.alias(name);
  }

  /** The use of a variable in a policy that imports it. */
  Optional<Typed> use(Syntax.Name name, Import origin) {
    origin.use();
    Optional<Typed> typed = checker.use(name);
    if (typed.isEmpty()) {
      problems
          .computeIfAbsent(name.name(), wrong -> problems(name))
          .forEach(problem -> findings.add(problem, origin, name.fragment()));
    }
    return typed;
  }

  /** Of this variable and those that it uses, whoever came to them first. */
  private List<Diagnostic> problems(Syntax.Name name) {
    var found = new Diagnostics(limits);
    checker(found).use(name);
    return found.sorted();
  }
}
