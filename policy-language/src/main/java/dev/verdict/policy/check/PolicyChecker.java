package dev.verdict.policy.check;

import dev.verdict.policy.check.role.Roles;
import dev.verdict.policy.check.role.RolesChecker;
import dev.verdict.policy.check.rule.GrantChecker;
import dev.verdict.policy.check.variable.VariableFiles;
import dev.verdict.policy.checked.CheckedPolicySet;
import dev.verdict.policy.checked.CheckedRule;
import dev.verdict.policy.data.StoredAttributes;
import dev.verdict.policy.diagnostic.DiagnosticCode;
import dev.verdict.policy.diagnostic.Diagnostics;
import dev.verdict.policy.file.PolicyDeclarations;
import dev.verdict.policy.file.PolicyFile;
import dev.verdict.policy.memory.Inputs;
import dev.verdict.policy.memory.Memory;
import dev.verdict.policy.schema.Schema;
import dev.verdict.policy.source.Located;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Checks all policies of a repository against its schema. */
public final class PolicyChecker {

  /** A policy's name is unique within the base, and within each tenant's overlay. */
  private record UniqueName(Optional<String> tenant, String policy) {}

  private final PolicyDeclarations declarations;
  private final CheckMemory memory;
  private final Diagnostics diagnostics;

  private PolicyChecker(
      PolicyDeclarations declarations, CheckMemory memory, Diagnostics diagnostics) {
    this.declarations = declarations;
    this.memory = memory;
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
    return check(declarations, declared, data, new CheckMemory(new Memory()), diagnostics);
  }

  /**
   * The same, where the policies on a resource type are checked only if any of them is another one
   * than at the last good load, or the schema, the roles or the files of variables are.
   */
  public static CheckedPolicySet check(
      PolicyDeclarations declarations,
      Schema declared,
      StoredAttributes data,
      CheckMemory memory,
      Diagnostics diagnostics) {
    return new PolicyChecker(declarations, memory, diagnostics).check(declared, data);
  }

  private CheckedPolicySet check(Schema declared, StoredAttributes data) {
    MentionedActions mentioned = MentionedActions.of(declarations, declared);
    Schema schema = memory.completed(declared, mentioned);
    SimilarActions.report(schema.resources().values(), mentioned, diagnostics);
    UndeclaredNames.report(declarations, schema.tenants(), diagnostics);
    DeprecatedNames.report(declarations, schema, diagnostics);
    reportDuplicates();
    Roles roles = roles(schema);
    IdentityHashMap<PolicyFile, List<CheckedRule>> rules = rules(schema, roles);
    return new CheckedPolicySet(
        schema,
        data,
        declarations.policies().stream()
            .filter(file -> file.tenant().isEmpty())
            .flatMap(file -> rules.getOrDefault(file, List.of()).stream())
            .toList(),
        overlays(rules),
        memory
            .grants()
            .get(
                "grants",
                Inputs.objects(schema, roles).and(declarations.grants()),
                diagnostics,
                () -> new GrantChecker(schema, roles, diagnostics).check(declarations.grants())));
  }

  private Roles roles(Schema schema) {
    return memory
        .roles()
        .get(
            "roles",
            Inputs.objects(
                schema, declarations.roles().map(Object.class::cast).orElse(Inputs.NONE)),
            diagnostics,
            () -> new RolesChecker(schema, diagnostics).check(declarations.roles()));
  }

  private IdentityHashMap<PolicyFile, List<CheckedRule>> rules(Schema schema, Roles roles) {
    var variables = new VariableFiles(declarations.variables(), diagnostics);
    Object surroundings =
        memory.surroundings(Inputs.objects(schema, roles).and(declarations.variables()));
    var rules = new IdentityHashMap<PolicyFile, List<CheckedRule>>();
    byResource()
        .forEach(
            (resource, files) -> {
              ResourceChecker.Result result =
                  memory
                      .resources()
                      .get(
                          resource,
                          Inputs.objects(surroundings).and(files),
                          diagnostics,
                          () ->
                              new ResourceChecker(schema, roles, variables, diagnostics)
                                  .check(files));
              rules.putAll(result.rules());
              variables.use(result.used());
            });
    variables.finish();
    return rules;
  }

  private Map<String, List<PolicyFile>> byResource() {
    Map<String, List<PolicyFile>> byResource = new LinkedHashMap<>();
    for (PolicyFile file : declarations.policies()) {
      byResource.computeIfAbsent(file.resource().value(), first -> new ArrayList<>()).add(file);
    }
    return byResource;
  }

  private Map<String, List<CheckedRule>> overlays(
      IdentityHashMap<PolicyFile, List<CheckedRule>> rules) {
    var overlays = new TreeMap<String, List<CheckedRule>>();
    for (PolicyFile file : declarations.policies()) {
      file.tenant()
          .ifPresent(
              tenant ->
                  overlays
                      .computeIfAbsent(tenant, first -> new ArrayList<>())
                      .addAll(rules.getOrDefault(file, List.of())));
    }
    return overlays;
  }

  private void reportDuplicates() {
    Map<UniqueName, Located<String>> names = new HashMap<>();
    for (PolicyFile file : declarations.policies()) {
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
}
