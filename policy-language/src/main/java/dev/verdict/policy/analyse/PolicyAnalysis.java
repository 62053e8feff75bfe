package dev.verdict.policy.analyse;

import dev.verdict.policy.diagnostic.Diagnostics;
import dev.verdict.policy.file.DeclaredNames;
import dev.verdict.policy.tree.PolicyTree;
import dev.verdict.policy.tree.RuleTree;
import java.util.List;
import java.util.Optional;

/** Warns of what is suspicious about a whole repository that is free of errors so far. */
public final class PolicyAnalysis {

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

  private PolicyAnalysis(PolicyTree policies, DeclaredNames declared, Diagnostics diagnostics) {
    rolesAndScopes = new RoleAndScopeAnalysis(declared, diagnostics);
    names = new NameAnalysis(policies.schema(), diagnostics);
    defaults = new DefaultAnalysis(diagnostics);
    paths = new PathAnalysis(policies.everyRule(), diagnostics);
    globs = new GlobAnalysis(diagnostics);
    handedOut = new HandedOutAnalysis(policies.schema(), policies.everyRule(), diagnostics);
    conditions = new ConditionAnalysis(policies.schema(), diagnostics);
    secrets = new SensitiveAnalysis(policies.schema(), diagnostics);
    actions = new ActionAnalysis(policies.schema(), diagnostics);
    this.diagnostics = diagnostics;
  }

  /**
   * Reports warnings, and as errors the names that are compared and do not exist.
   *
   * @param declared in the repository of the policies
   */
  public static void analyse(PolicyTree policies, DeclaredNames declared, Diagnostics diagnostics) {
    var analysis = new PolicyAnalysis(policies, declared, diagnostics);
    var base = new UnconditionalRules(policies.rules());
    analysis.add(policies.rules(), Optional.empty(), List.of(base));
    policies
        .overlays()
        .forEach(
            (tenant, rules) ->
                analysis.add(
                    rules, Optional.of(tenant), List.of(base, new UnconditionalRules(rules))));
    analysis.actions.finish();
    declared.reportUnstated();
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
