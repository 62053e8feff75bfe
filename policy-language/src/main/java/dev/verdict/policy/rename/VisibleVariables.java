package dev.verdict.policy.rename;

import dev.verdict.policy.file.PolicyFile;
import dev.verdict.policy.file.VariableDeclaration;
import dev.verdict.policy.file.VariablesFile;
import dev.verdict.policy.syntax.Syntax;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The variables that the expressions of one policy may use, those of its imports among them. */
final class VisibleVariables {

  private final Map<String, VariableDeclaration> byName = new HashMap<>();
  private final Set<String> used = new HashSet<>();

  /** None at all, as for derived roles. */
  static VisibleVariables none() {
    return new VisibleVariables();
  }

  /** Those of a file that policies import. */
  static VisibleVariables of(VariablesFile file) {
    var variables = new VisibleVariables();
    file.variables().forEach(variables::add);
    return variables;
  }

  /** Those of a policy and of what it imports: a tenant's own files are closed to others. */
  static VisibleVariables of(PolicyFile policy, List<VariablesFile> files) {
    var variables = new VisibleVariables();
    policy.variablesWith(files).forEach(variables::add);
    return variables;
  }

  private void add(VariableDeclaration variable) {
    byName.putIfAbsent(variable.name().value(), variable);
  }

  /** The definition of a variable, which counts as used then. */
  Optional<Syntax> definition(String name) {
    used.add(name);
    return Optional.ofNullable(byName.get(name)).flatMap(found -> found.definition().syntax());
  }

  /** Those that something has asked for. */
  List<VariableDeclaration> used() {
    return byName.entrySet().stream()
        .filter(entry -> used.contains(entry.getKey()))
        .map(Map.Entry::getValue)
        .toList();
  }
}
