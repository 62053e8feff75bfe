package dev.verdict.policy.analyse;

import dev.verdict.policy.diagnostic.Diagnostics;
import dev.verdict.policy.file.DeclaredNames;
import dev.verdict.policy.schema.ResourceType;
import dev.verdict.policy.schema.Schema;
import dev.verdict.policy.tree.RuleTree;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Warns of what is suspicious about the rules on one resource type. */
final class ResourceAnalysis {

  private final PolicyAnalysis.Rules rules;
  private final NameAnalysis names;
  private final RoleAndScopeAnalysis rolesAndScopes;
  private final ConditionAnalysis conditions;
  private final DefaultAnalysis defaults;
  private final PathAnalysis paths;
  private final GlobAnalysis globs;
  private final HandedOutAnalysis handedOut;
  private final SensitiveAnalysis secrets;
  private final ActionAnalysis actions;
  private final Diagnostics diagnostics;

  ResourceAnalysis(
      ResourceType type,
      PolicyAnalysis.Rules rules,
      Schema schema,
      DeclaredNames declared,
      Diagnostics diagnostics) {
    this.rules = rules;
    rolesAndScopes = new RoleAndScopeAnalysis(declared, diagnostics);
    names = new NameAnalysis(schema, diagnostics);
    defaults = new DefaultAnalysis(diagnostics);
    paths = new PathAnalysis(everyRule(), diagnostics);
    globs = new GlobAnalysis(diagnostics);
    handedOut = new HandedOutAnalysis(schema, everyRule(), diagnostics);
    conditions = new ConditionAnalysis(schema, diagnostics);
    secrets = new SensitiveAnalysis(schema, diagnostics);
    actions = new ActionAnalysis(type, schema, diagnostics);
    this.diagnostics = diagnostics;
  }

  private Stream<RuleTree> everyRule() {
    return Stream.concat(
        rules.base().stream(), rules.overlays().values().stream().flatMap(List::stream));
  }

  void analyse() {
    var base = new UnconditionalRules(rules.base());
    add(rules.base(), Optional.empty(), List.of(base));
    rules
        .overlays()
        .forEach(
            (tenant, own) ->
                add(own, Optional.of(tenant), List.of(base, new UnconditionalRules(own))));
    actions.finish();
  }

  /**
   * @param tenant whose rules they are; absent: everybody's
   * @param unconditional the rules that hold wherever these do, these among them, in order
   */
  private void add(
      List<RuleTree> rules, Optional<String> tenant, List<UnconditionalRules> unconditional) {
    var shadows = new ShadowAnalysis(unconditional, diagnostics);
    for (RuleTree rule : rules) {
      boolean misspelt = names.analyse(rule);
      if (!misspelt) {
        conditions.analyse(rule, tenant);
      }
      rolesAndScopes.analyse(rule);
      defaults.analyse(rule);
      paths.analyse(rule);
      globs.analyse(rule);
      shadows.analyse(rule);
      secrets.analyse(rule);
      handedOut.analyse(rule);
      actions.add(rule, tenant, misspelt);
    }
  }
}
