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
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The variables that the policies on one resource type import. Rules with the same target share the
 * expressions too, so that these are evaluated at most once for a request.
 */
public final class SharedVariables {

  /** One file of variables, typed for one target. */
  private record Use(PolicyVariables variables, ConditionTarget target) {}

  private final VariableFiles files;
  private final IdentityHashMap<VariablesFile, PolicyVariables> variables = new IdentityHashMap<>();
  private final Map<Use, SharedChecker> checkers = new HashMap<>();
  private final Diagnostics diagnostics;
  private final Nesting nesting;

  /**
   * @param files of the repository
   */
  public SharedVariables(VariableFiles files, Diagnostics diagnostics) {
    this.files = files;
    this.diagnostics = diagnostics;
    this.nesting = new Nesting(diagnostics.limits());
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
      Optional<VariablesFile> found = files.find(written.value(), policy.tenant());
      Span first = places.putIfAbsent(written.value(), written.span());
      if (found.isEmpty()) {
        reportUnknown(written, policy.tenant());
      } else if (first != null) {
        VariableFiles.reportDuplicate(written, "the import of", first, diagnostics);
      } else {
        found.get().variables().forEach(each -> reportClash(written, each, names));
        imports.add(new Import(policy.name().value(), written, variablesOf(found.get())));
      }
    }
    reportTooMany(policy, names.size());
    return imports;
  }

  private PolicyVariables variablesOf(VariablesFile file) {
    return variables.computeIfAbsent(file, first -> new PolicyVariables(file.variables()));
  }

  /** Shared by all that uses these variables, so that it counts through them. */
  public Nesting nesting() {
    return nesting;
  }

  /** Types the variables of an import for a target, once for all policies. */
  public SharedChecker checker(Import wanted, ConditionTarget target, Scope scope) {
    return checkers.computeIfAbsent(
        new Use(wanted.variables(), target),
        use ->
            new SharedChecker(
                use.variables(), scope, nesting, diagnostics.limits(), files.findings()));
  }

  /** By file, the names of the variables that rules came to use so far. */
  public IdentityHashMap<VariablesFile, Set<String>> used() {
    var used = new IdentityHashMap<VariablesFile, Set<String>>();
    variables.forEach((file, each) -> used.put(file, each.used()));
    return used;
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
    List<String> known = files.names(tenant);
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
}
