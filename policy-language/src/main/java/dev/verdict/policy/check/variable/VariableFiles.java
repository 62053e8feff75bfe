package dev.verdict.policy.check.variable;

import dev.verdict.policy.diagnostic.DiagnosticCode;
import dev.verdict.policy.diagnostic.Diagnostics;
import dev.verdict.policy.file.VariablesFile;
import dev.verdict.policy.source.Located;
import dev.verdict.policy.source.Span;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The files of variables of a repository, and what all of its policies make of them. */
public final class VariableFiles {

  private final Map<String, List<VariablesFile>> byName = new TreeMap<>();
  private final IdentityHashMap<VariablesFile, PolicyVariables> all = new IdentityHashMap<>();
  private final ImportFindings findings = new ImportFindings();
  private final Diagnostics diagnostics;

  /** Two files of one name that the same policy could import are reported. */
  public VariableFiles(List<VariablesFile> files, Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
    for (VariablesFile file : files) {
      List<VariablesFile> namesakes =
          byName.computeIfAbsent(file.name().value(), name -> new ArrayList<>());
      namesakes.stream()
          .filter(other -> other.isFor(file.tenant()) || file.tenant().isEmpty())
          .findFirst()
          .ifPresent(
              first -> reportDuplicate(file.name(), "variables", first.name().span(), diagnostics));
      namesakes.add(file);
      all.put(file, new PolicyVariables(file.variables()));
    }
  }

  /** Takes note of what policies use. */
  public void use(IdentityHashMap<VariablesFile, Set<String>> names) {
    names.forEach(
        (file, used) ->
            Optional.ofNullable(all.get(file)).ifPresent(each -> used.forEach(each::use)));
  }

  /** Reports what is wrong with variables, and what no rule came to use; called at the end. */
  public void finish() {
    findings.report(diagnostics);
    byName.values().stream()
        .flatMap(List::stream)
        .flatMap(file -> Optional.ofNullable(all.get(file)).stream())
        .forEach(variables -> variables.reportUnused(diagnostics));
  }

  /** What a policy may import: what is for all, and what is for its tenant. */
  Optional<VariablesFile> find(String name, Optional<String> tenant) {
    return byName.getOrDefault(name, List.of()).stream()
        .filter(file -> file.isFor(tenant))
        .findFirst();
  }

  /** The names that a policy may import, sorted. */
  List<String> names(Optional<String> tenant) {
    return byName.keySet().stream().filter(name -> find(name, tenant).isPresent()).toList();
  }

  ImportFindings findings() {
    return findings;
  }

  static void reportDuplicate(
      Located<String> name, String what, Span first, Diagnostics diagnostics) {
    diagnostics.report(
        DiagnosticCode.DUPLICATE_NAME,
        name.span(),
        what + " `" + name.value() + "` stands at " + first + " already");
  }
}
