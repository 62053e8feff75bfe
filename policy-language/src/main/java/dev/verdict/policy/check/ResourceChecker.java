package dev.verdict.policy.check;

import dev.verdict.policy.check.role.Roles;
import dev.verdict.policy.check.rule.OverlayChecker;
import dev.verdict.policy.check.rule.RuleChecker;
import dev.verdict.policy.check.rule.TargetChecker;
import dev.verdict.policy.check.variable.Import;
import dev.verdict.policy.check.variable.SharedVariables;
import dev.verdict.policy.check.variable.VariableFiles;
import dev.verdict.policy.checked.CheckedRule;
import dev.verdict.policy.diagnostic.DiagnosticCode;
import dev.verdict.policy.diagnostic.Diagnostics;
import dev.verdict.policy.diagnostic.Suggestion;
import dev.verdict.policy.file.PolicyFile;
import dev.verdict.policy.file.RuleDeclaration;
import dev.verdict.policy.file.VariablesFile;
import dev.verdict.policy.schema.ResourceType;
import dev.verdict.policy.schema.Schema;
import dev.verdict.policy.source.Located;
import dev.verdict.policy.source.Span;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Checks all policies on one resource type. No other policy has a say in what comes of these: typed
 * variables and derived roles are shared among rules on one type, and overlays are held against the
 * base rules on it.
 */
final class ResourceChecker {

  /**
   * What came of it.
   *
   * @param rules that hold, by their file, in the order of the file
   * @param used by file of variables, the names that are used
   */
  record Result(
      IdentityHashMap<PolicyFile, List<CheckedRule>> rules,
      IdentityHashMap<VariablesFile, Set<String>> used) {}

  /** Takes the rules that hold. */
  private interface RuleSink {
    void add(RuleDeclaration written, CheckedRule rule, TargetChecker targets);
  }

  private final Schema schema;
  private final Roles roles;
  private final SharedVariables shared;
  private final Diagnostics diagnostics;
  private final Set<String> opened = new TreeSet<>();
  private final IdentityHashMap<PolicyFile, List<CheckedRule>> checked = new IdentityHashMap<>();

  ResourceChecker(Schema schema, Roles roles, VariableFiles variables, Diagnostics diagnostics) {
    this.schema = schema;
    this.roles = roles;
    this.shared = new SharedVariables(variables, diagnostics);
    this.diagnostics = diagnostics;
  }

  /**
   * Checks these, the base before overlays.
   *
   * @param files all that name the resource type, in the order of their paths
   */
  Result check(List<PolicyFile> files) {
    var base = new ArrayList<CheckedRule>();
    for (PolicyFile file : files) {
      if (file.tenant().isEmpty()) {
        checkFile(file, (written, rule, targets) -> base.add(rule));
      }
    }
    var overlays = new OverlayChecker(base, opened, diagnostics);
    for (PolicyFile file : files) {
      if (file.tenant().isPresent()) {
        checkFile(file, overlays::check);
      }
    }
    return new Result(checked, shared.used());
  }

  private void checkFile(PolicyFile file, RuleSink rules) {
    ResourceType resource = schema.resources().get(file.resource().value());
    if (resource == null) {
      diagnostics.report(
          DiagnosticCode.UNKNOWN_RESOURCE_TYPE,
          file.resource().span(),
          "unknown resource type `"
              + file.resource().value()
              + "`"
              + adviceOn(file.resource().value()));
      passOver(file);
      return;
    }
    if (!isOpenToTenants(file, resource)) {
      passOver(file);
      return;
    }
    var targets = new TargetChecker(schema, roles, resource, diagnostics);
    opened.addAll(targets.actions(file.tenantsMayPermit()));
    var ruleChecker = new RuleChecker(file, resource, schema, targets, shared, diagnostics);
    var holding = new ArrayList<CheckedRule>();
    for (RuleDeclaration rule : file.rules()) {
      ruleChecker
          .check(rule)
          .ifPresent(
              found -> {
                rules.add(rule, found, targets);
                holding.add(found);
              });
    }
    checked.put(file, holding);
    ruleChecker.finish();
  }

  private String adviceOn(String resource) {
    return resource.contains("*")
        ? "; a policy is about one type, so write one file for each"
        : Suggestion.nearest(resource, schema.resources().keySet())
            .map(name -> "; did you mean `" + name + "`?")
            .orElse("; declare it in `schema.yaml`");
  }

  /** Of rules that are about nothing known, nobody knows what they use of their imports. */
  private void passOver(PolicyFile file) {
    shared.imports(file).forEach(Import::useAll);
  }

  /** Whether what a policy says of tenants can be said of its resource type; reported if not. */
  private boolean isOpenToTenants(PolicyFile file, ResourceType resource) {
    Optional<Span> place =
        file.tenant().isPresent()
            ? Optional.of(file.resource().span())
            : file.tenantsMayPermit().stream().map(Located::span).findFirst();
    if (resource.tenantAttribute().isPresent() || place.isEmpty()) {
      return true;
    }
    diagnostics.report(
        DiagnosticCode.NOT_TENANT_ISOLATED,
        place.get(),
        "resources of type `"
            + resource.name()
            + "` belong to no tenant, so no tenant can have rules of its own for them");
    return false;
  }
}
