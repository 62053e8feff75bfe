package dev.verdict.policy.analyse;

import dev.verdict.policy.diagnostic.Diagnostics;
import dev.verdict.policy.tree.PolicyTree;
import dev.verdict.policy.tree.RuleTree;
import java.util.List;
import java.util.Optional;

/** Warns of what is suspicious about a whole repository that is free of errors. */
public final class PolicyAnalysis {

  private final ConditionAnalysis conditions;
  private final SensitiveAnalysis secrets;
  private final ActionAnalysis actions;
  private final Diagnostics diagnostics;

  private PolicyAnalysis(PolicyTree policies, Diagnostics diagnostics) {
    conditions = new ConditionAnalysis(policies.schema(), diagnostics);
    secrets = new SensitiveAnalysis(policies.schema(), diagnostics);
    actions = new ActionAnalysis(policies.schema(), diagnostics);
    this.diagnostics = diagnostics;
  }

  /** Reports warnings, and nothing that is an error. */
  public static void analyse(PolicyTree policies, Diagnostics diagnostics) {
    var analysis = new PolicyAnalysis(policies, diagnostics);
    var base = new UnconditionalRules(policies.rules());
    analysis.add(policies.rules(), Optional.empty(), List.of(base));
    policies
        .overlays()
        .forEach(
            (tenant, rules) ->
                analysis.add(
                    rules, Optional.of(tenant), List.of(base, new UnconditionalRules(rules))));
    analysis.actions.finish();
  }

  /**
   * @param tenant whose rules they are; absent: everybody's
   * @param unconditional the rules that hold wherever these do, these among them, in order
   */
  private void add(
      List<RuleTree> rules, Optional<String> tenant, List<UnconditionalRules> unconditional) {
    var shadows = new ShadowAnalysis(unconditional, diagnostics);
    for (RuleTree rule : rules) {
      conditions.analyse(rule, tenant);
      shadows.analyse(rule);
      secrets.analyse(rule);
      actions.add(rule, tenant);
    }
  }
}
