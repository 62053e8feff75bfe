package dev.verdict.policy.analyse;

import dev.verdict.policy.decision.Effect;
import dev.verdict.policy.diagnostic.DiagnosticCode;
import dev.verdict.policy.diagnostic.Diagnostics;
import dev.verdict.policy.schema.ActionDeclaration;
import dev.verdict.policy.schema.ResourceType;
import dev.verdict.policy.schema.Schema;
import dev.verdict.policy.tree.RuleTree;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds declared actions of a resource type that no rule can permit. */
final class ActionAnalysis {

  private final ResourceType resource;
  private final Schema schema;
  private final Diagnostics diagnostics;
  private final Set<String> permitted = new HashSet<>();

  ActionAnalysis(ResourceType resource, Schema schema, Diagnostics diagnostics) {
    this.resource = resource;
    this.schema = schema;
    this.diagnostics = diagnostics;
  }

  /**
   * Takes note of what a rule may permit.
   *
   * @param misspelt whether its condition has errors, so that nobody knows when it will match
   */
  void add(RuleTree rule, Optional<String> tenant, boolean misspelt) {
    if (rule.effect() != Effect.PERMIT) {
      return;
    }
    for (String action : rule.actions()) {
      if (!permitted.contains(action) && (misspelt || canMatch(rule, action, tenant))) {
        permitted.add(action);
      }
    }
  }

  private boolean canMatch(RuleTree rule, String action, Optional<String> tenant) {
    return rule.condition().isEmpty()
        || Satisfiability.canBe(
            true,
            List.of(rule.condition().get()),
            TargetKnowledge.of(rule, List.of(action), tenant, schema));
  }

  /** Reports what no rule permits; called after the last rule. */
  void finish() {
    for (ActionDeclaration action : resource.actions().values()) {
      if (action.declared() && !permitted.contains(action.name())) {
        diagnostics.report(
            DiagnosticCode.ACTION_WITHOUT_RULE,
            action.span(),
            "no rule permits `"
                + action.name()
                + "` on `"
                + resource.name()
                + "`, so it is always denied");
      }
    }
  }
}
