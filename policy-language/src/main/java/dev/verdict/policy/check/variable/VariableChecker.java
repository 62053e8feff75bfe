package dev.verdict.policy.check.variable;

import dev.verdict.policy.check.expression.ExpressionChecker;
import dev.verdict.policy.check.expression.Known;
import dev.verdict.policy.check.expression.Nesting;
import dev.verdict.policy.check.expression.Place;
import dev.verdict.policy.check.expression.Scope;
import dev.verdict.policy.check.expression.Typed;
import dev.verdict.policy.check.expression.Variables;
import dev.verdict.policy.check.function.FunctionChecker;
import dev.verdict.policy.diagnostic.DiagnosticCode;
import dev.verdict.policy.diagnostic.Diagnostics;
import dev.verdict.policy.diagnostic.Suggestion;
import dev.verdict.policy.expression.AttributePath.Root;
import dev.verdict.policy.expression.Expression;
import dev.verdict.policy.expression.Variable;
import dev.verdict.policy.syntax.ForeignWords;
import dev.verdict.policy.syntax.Syntax;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Types the variables of a policy for one scope, each when it is first used and once only, so that
 * all its uses share one expression.
 */
public final class VariableChecker implements Variables {

  /** An import, typed for the same scope. */
  public record Imported(Import origin, SharedChecker checker) {}

  private final PolicyVariables variables;
  private final List<Imported> imports;
  private final ExpressionChecker expressions;
  private final Diagnostics diagnostics;
  private final Map<String, Optional<Typed>> checked = new HashMap<>();
  private final Map<String, Integer> depths = new HashMap<>();
  private final Map<String, Set<Place>> needs = new HashMap<>();
  private final Set<String> open = new HashSet<>();
  private final Nesting nesting;

  /**
   * @param imports what else may be used; its variables see nothing of this policy
   * @param nesting theirs too
   */
  public VariableChecker(
      PolicyVariables variables,
      List<Imported> imports,
      Scope scope,
      Nesting nesting,
      Diagnostics diagnostics) {
    this.variables = variables;
    this.imports = List.copyOf(imports);
    this.nesting = nesting;
    this.expressions =
        new ExpressionChecker(scope, this, new FunctionChecker(), nesting, diagnostics);
    this.diagnostics = diagnostics;
  }

  /** The condition of a rule that may use these variables. */
  public Optional<Typed> checkCondition(Syntax condition) {
    return expressions.checkCondition(condition);
  }

  /** An expression of any type that may use these variables. */
  public Optional<Expression> checkValue(Syntax value, Known known) {
    return expressions.check(value, known).map(Typed::expression);
  }

  @Override
  public boolean isDeclared(String name) {
    return variables.isDeclared(name)
        || imports.stream().anyMatch(imported -> imported.checker().isDeclared(name));
  }

  @Override
  public Optional<Typed> use(Syntax.Name name) {
    Optional<Imported> imported = imported(name.name());
    if (imported.isPresent()) {
      return imported.get().checker().use(name, imported.get().origin());
    }
    Optional<Syntax> definition = variables.use(name.name());
    if (definition.isEmpty()) {
      if (!variables.isDeclared(name.name())) {
        reportUnknown(name);
      }
      return Optional.empty();
    }
    if (open.contains(name.name())) {
      diagnostics.report(
          DiagnosticCode.CONDITION_CYCLE,
          name.fragment().span(),
          "`" + name.name() + "` is defined by itself");
      return Optional.empty();
    }
    return definition(name.name(), definition.get())
        .map(
            typed ->
                new Typed(
                    new Expression.Use(
                        ((Expression.Use) typed.expression()).variable(), name.fragment()),
                    typed.whenTrue(),
                    typed.whenFalse()));
  }

  /** The type-checked variable, as a use of itself where it is defined. */
  private Optional<Typed> definition(String name, Syntax definition) {
    Optional<Typed> known = checked.get(name);
    if (known != null) {
      return known;
    }
    open.add(name);
    int before = nesting.measure();
    Optional<ExpressionChecker.Definition> found = expressions.checkDefinition(definition);
    found.ifPresent(each -> needs.put(name, each.needs()));
    Optional<Typed> typed =
        found
            .map(ExpressionChecker.Definition::typed)
            .map(
                value ->
                    new Typed(
                        new Expression.Use(
                            new Variable(name, value.expression()), definition.fragment()),
                        value.whenTrue(),
                        value.whenFalse()));
    depths.put(name, nesting.measured(before));
    open.remove(name);
    checked.put(name, typed);
    return typed;
  }

  @Override
  public Set<Place> needs(String name) {
    return imported(name)
        .map(imported -> imported.checker().needs(name))
        .orElseGet(() -> needs.getOrDefault(name, Set.of()));
  }

  @Override
  public Optional<Syntax.Access> alias(String name) {
    return imported(name)
        .map(imported -> imported.checker().alias(name))
        .orElseGet(() -> variables.alias(name));
  }

  private Optional<Imported> imported(String name) {
    return variables.isDeclared(name)
        ? Optional.empty()
        : imports.stream().filter(each -> each.checker().isDeclared(name)).findFirst();
  }

  private Set<String> names() {
    var names = new TreeSet<>(variables.names());
    imports.forEach(imported -> names.addAll(imported.checker().names()));
    return names;
  }

  @Override
  public int depth(String name) {
    int imported = imports.stream().mapToInt(each -> each.checker().depth(name)).max().orElse(0);
    return depths.getOrDefault(name, imported);
  }

  private void reportUnknown(Syntax.Name name) {
    if (Root.named(name.name()).isPresent()) {
      reportUnknown(
          name,
          "`"
              + name.name()
              + "` is not a value; name one of its attributes, like `"
              + name.name()
              + identity(name.name())
              + "`");
      return;
    }
    Optional<String> foreign = ForeignWords.value(name.name());
    if (foreign.isPresent()) {
      reportUnknown(name, "unknown variable `" + name.name() + "`; " + foreign.get());
      return;
    }
    Optional<String> near = Suggestion.nearest(name.name(), names());
    if (near.isPresent() || variables.isComplete()) {
      reportUnknown(
          name,
          "unknown variable `"
              + name.name()
              + "`; "
              + near.map(other -> "did you mean `" + other + "`?").orElse(variables.advice()));
    }
  }

  private static String identity(String root) {
    return root.equals(Root.ACTION.word()) ? ".name" : root.equals("context") ? ".now" : ".id";
  }

  private void reportUnknown(Syntax.Name name, String message) {
    diagnostics.report(DiagnosticCode.UNKNOWN_VARIABLE, name.fragment().span(), message);
  }
}
