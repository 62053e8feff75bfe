package dev.verdict.policy.check.variable;

import dev.verdict.policy.check.expression.Nesting;
import dev.verdict.policy.check.expression.Scope;
import dev.verdict.policy.diagnostic.DiagnosticCode;
import dev.verdict.policy.diagnostic.Diagnostics;
import dev.verdict.policy.diagnostic.Suggestion;
import dev.verdict.policy.file.PolicyFile;
import dev.verdict.policy.file.VariableDeclaration;
import dev.verdict.policy.file.VariablesFile;
import dev.verdict.policy.limit.Limit;
import dev.verdict.policy.source.Located;
import dev.verdict.policy.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The variables that policies import. Policies with rules on the same target share the expressions
 * too, so that these are evaluated at most once for a request.
 */
public final class SharedVariables {

  /** What one file of variables holds. */
  private record Shared(VariablesFile file, PolicyVariables variables) {}

  /** One file of variables, typed for one target. */
  private record Use(PolicyVariables variables, ConditionTarget target) {}

  private final Map<String, List<Shared>> byName = new TreeMap<>();
  private final Map<Use, SharedChecker> checkers = new HashMap<>();
  private final ImportFindings findings = new ImportFindings();
  private final Diagnostics diagnostics;
  private final Nesting nesting;

  public SharedVariables(List<VariablesFile> files, Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
    this.nesting = new Nesting(diagnostics.limits());
    for (VariablesFile file : files) {
      List<Shared> namesakes =
          byName.computeIfAbsent(file.name().value(), name -> new ArrayList<>());
      namesakes.stream()
          .filter(other -> other.file().isFor(file.tenant()) || file.tenant().isEmpty())
          .findFirst()
          .ifPresent(
              first -> reportDuplicate(file.name(), "variables", first.file().name().span()));
      namesakes.add(new Shared(file, new PolicyVariables(file.variables())));
    }
  }

  /** What a policy imports; what is unknown, clashes or is too much is reported. */
  public List<Import> imports(PolicyFile policy) {
    var names = new HashMap<String, Span>();
    for (VariableDeclaration own : policy.variables()) {
      names.put(own.name().value(), own.name().span());
    }
    var imports = new ArrayList<Import>();
    var places = new HashMap<String, Span>();
    for (Located<String> written : policy.imports()) {
      Optional<Shared> found = find(written.value(), policy.tenant());
      Span first = places.putIfAbsent(written.value(), written.span());
      if (found.isEmpty()) {
        reportUnknown(written, policy.tenant());
      } else if (first != null) {
        reportDuplicate(written, "the import of", first);
      } else {
        found.get().file().variables().forEach(each -> reportClash(written, each, names));
        imports.add(new Import(policy.name().value(), written, found.get().variables()));
      }
    }
    reportTooMany(policy, names.size());
    return imports;
  }

  /** Shared by all that uses these variables, so that it counts through them. */
  public Nesting nesting() {
    return nesting;
  }

  /** Types the variables of an import for a target, once for all policies. */
  public SharedChecker checker(Import wanted, ConditionTarget target, Scope scope) {
    return checkers.computeIfAbsent(
        new Use(wanted.variables(), target),
        use -> new SharedChecker(use.variables(), scope, nesting, diagnostics.limits(), findings));
  }

  /** Reports what is wrong with variables, and what no rule came to use; called at the end. */
  public void finish() {
    findings.report(diagnostics);
    byName.values().stream()
        .flatMap(List::stream)
        .forEach(shared -> shared.variables().reportUnused(diagnostics));
  }

  /** What a policy may import: what is for all, and what is for its tenant. */
  private Optional<Shared> find(String name, Optional<String> tenant) {
    return byName.getOrDefault(name, List.of()).stream()
        .filter(shared -> shared.file().isFor(tenant))
        .findFirst();
  }

  private void reportClash(
      Located<String> written, VariableDeclaration imported, Map<String, Span> names) {
    Span other = names.putIfAbsent(imported.name().value(), imported.name().span());
    if (other != null) {
      diagnostics.report(
          DiagnosticCode.DUPLICATE_NAME,
          written.span(),
          "`"
              + written.value()
              + "` brings in a variable `"
              + imported.name().value()
              + "`, and there is one at "
              + other);
    }
  }

  private void reportTooMany(PolicyFile policy, int variables) {
    int limit = diagnostics.limits().of(Limit.VARIABLES);
    if (variables > limit && !policy.imports().isEmpty()) {
      diagnostics.report(
          DiagnosticCode.TOO_MANY,
          policy.imports().get(0).span(),
          "a policy may have "
              + limit
              + " variables, not more; with those that it imports it has "
              + variables);
    }
  }

  private void reportUnknown(Located<String> written, Optional<String> tenant) {
    List<String> known =
        byName.keySet().stream().filter(name -> find(name, tenant).isPresent()).toList();
    diagnostics.report(
        DiagnosticCode.UNKNOWN_IMPORT,
        written.span(),
        "there are no variables `"
            + written.value()
            + "`"
            + near(written.value(), known)
                .map(near -> "; did you mean `" + near + "`?")
                .orElse(
                    "; a file `*.let.yaml` names them with `variables: " + written.value() + "`"));
  }

  /** A file may be named instead of its variables: {@code shared/dates.let.yaml}. */
  private static Optional<String> near(String written, List<String> known) {
    String name = written.replaceFirst("^.*/", "").replaceFirst("\\..*$", "");
    return Optional.of(name).filter(known::contains).or(() -> Suggestion.nearest(written, known));
  }

  private void reportDuplicate(Located<String> name, String what, Span first) {
    diagnostics.report(
        DiagnosticCode.DUPLICATE_NAME,
        name.span(),
        what + " `" + name.value() + "` stands at " + first + " already");
  }
}
