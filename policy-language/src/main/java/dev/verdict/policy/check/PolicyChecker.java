package dev.verdict.policy.check;

import dev.verdict.policy.check.role.Roles;
import dev.verdict.policy.check.role.RolesChecker;
import dev.verdict.policy.check.rule.GrantChecker;
import dev.verdict.policy.check.rule.OverlayChecker;
import dev.verdict.policy.check.rule.RuleChecker;
import dev.verdict.policy.check.rule.TargetChecker;
import dev.verdict.policy.check.variable.Import;
import dev.verdict.policy.check.variable.SharedVariables;
import dev.verdict.policy.checked.CheckedPolicySet;
import dev.verdict.policy.checked.CheckedRule;
import dev.verdict.policy.data.StoredAttributes;
import dev.verdict.policy.diagnostic.DiagnosticCode;
import dev.verdict.policy.diagnostic.Diagnostics;
import dev.verdict.policy.diagnostic.Suggestion;
import dev.verdict.policy.file.PolicyDeclarations;
import dev.verdict.policy.file.PolicyFile;
import dev.verdict.policy.file.RuleDeclaration;
import dev.verdict.policy.schema.ResourceType;
import dev.verdict.policy.schema.Schema;
import dev.verdict.policy.source.Located;
import dev.verdict.policy.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Checks all policies of a repository against its schema. */
public final class PolicyChecker {

  /** A policy's name is unique within the base, and within each tenant's overlay. */
  private record UniqueName(Optional<String> tenant, String policy) {}

  /** Takes the rules that hold. */
  private interface RuleSink {
    void add(RuleDeclaration written, CheckedRule rule, TargetChecker targets);
  }

  private final Schema schema;
  private final Roles roles;
  private final SharedVariables shared;
  private final Diagnostics diagnostics;
  private final Map<String, Set<String>> opened = new HashMap<>();

  private PolicyChecker(
      Schema schema, Roles roles, SharedVariables shared, Diagnostics diagnostics) {
    this.schema = schema;
    this.roles = roles;
    this.shared = shared;
    this.diagnostics = diagnostics;
  }

  /**
   * What could be checked; meant for use only where no error was reported. Its schema knows all
   * actions of open sets that the declarations mention.
   *
   * @param declarations all that is to be checked
   */
  public static CheckedPolicySet check(
      PolicyDeclarations declarations,
      Schema declared,
      StoredAttributes data,
      Diagnostics diagnostics) {
    MentionedActions mentioned = MentionedActions.of(declarations, declared);
    Schema schema = OpenActionSets.complete(declared, mentioned);
    SimilarActions.report(schema.resources().values(), mentioned, diagnostics);
    UndeclaredNames.report(declarations, schema.tenants(), diagnostics);
    DeprecatedNames.report(declarations, schema, diagnostics);
    var shared = new SharedVariables(declarations.variables(), diagnostics);
    Roles roles = new RolesChecker(schema, diagnostics).check(declarations.roles());
    List<PolicyFile> files = declarations.policies();
    var checker = new PolicyChecker(schema, roles, shared, diagnostics);
    checker.reportDuplicates(files);
    List<CheckedRule> base = checker.checkBase(files);
    Map<String, List<CheckedRule>> overlays = checker.checkOverlays(files, base);
    shared.finish();
    return new CheckedPolicySet(
        schema,
        data,
        base,
        overlays,
        new GrantChecker(schema, roles, diagnostics).check(declarations.grants()));
  }

  private List<CheckedRule> checkBase(List<PolicyFile> files) {
    var rules = new ArrayList<CheckedRule>();
    for (PolicyFile file : files) {
      if (file.tenant().isEmpty()) {
        checkFile(file, (written, rule, targets) -> rules.add(rule));
      }
    }
    return rules;
  }

  private Map<String, List<CheckedRule>> checkOverlays(
      List<PolicyFile> files, List<CheckedRule> base) {
    var overlays = new TreeMap<String, List<CheckedRule>>();
    var checker = new OverlayChecker(base, opened, diagnostics);
    for (PolicyFile file : files) {
      if (file.tenant().isPresent()) {
        List<CheckedRule> rules =
            overlays.computeIfAbsent(file.tenant().get(), tenant -> new ArrayList<>());
        checkFile(
            file,
            (written, rule, targets) -> {
              checker.check(written, rule, targets);
              rules.add(rule);
            });
      }
    }
    return overlays;
  }

  private void reportDuplicates(List<PolicyFile> files) {
    Map<UniqueName, Located<String>> names = new HashMap<>();
    for (PolicyFile file : files) {
      Located<String> first =
          names.putIfAbsent(new UniqueName(file.tenant(), file.name().value()), file.name());
      if (first != null) {
        diagnostics.report(
            DiagnosticCode.DUPLICATE_NAME,
            file.name().span(),
            "policy `" + first.value() + "` is already defined at " + first.span());
      }
    }
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
    open(resource, targets.actions(file.tenantsMayPermit()));
    var ruleChecker = new RuleChecker(file, resource, schema, targets, shared, diagnostics);
    for (RuleDeclaration rule : file.rules()) {
      ruleChecker.check(rule).ifPresent(checked -> rules.add(rule, checked, targets));
    }
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

  private void open(ResourceType resource, Set<String> actions) {
    opened.computeIfAbsent(resource.name(), name -> new TreeSet<>()).addAll(actions);
  }
}
