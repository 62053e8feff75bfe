package dev.verdict.policy.check.rule;

import dev.verdict.policy.checked.CheckedRule;
import dev.verdict.policy.decision.Effect;
import dev.verdict.policy.diagnostic.DiagnosticCode;
import dev.verdict.policy.diagnostic.Diagnostics;
import dev.verdict.policy.file.RuleDeclaration;
import dev.verdict.policy.source.Located;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Holds the rules of overlays against the base: they may narrow it at will, and widen it only where
 * it says so.
 */
public final class OverlayChecker {

  private final List<CheckedRule> overriding;
  private final Set<String> opened;
  private final Diagnostics diagnostics;

  /**
   * @param base the rules on the same resource type that hold for all tenants
   * @param opened the actions that overlays may permit
   */
  public OverlayChecker(List<CheckedRule> base, Set<String> opened, Diagnostics diagnostics) {
    this.overriding = base.stream().filter(OverlayChecker::deniesAlways).toList();
    this.opened = opened;
    this.diagnostics = diagnostics;
  }

  private static boolean deniesAlways(CheckedRule rule) {
    return rule.effect() == Effect.DENY && rule.isUnconditional() && rule.fields().isAll();
  }

  /**
   * Reports what a rule of an overlay may not permit, and what it permits to no effect.
   *
   * @param written the same rule, for the places of its actions
   * @param targets resolves the actions
   */
  public void check(RuleDeclaration written, CheckedRule rule, TargetChecker targets) {
    if (rule.effect() == Effect.DENY) {
      return;
    }
    for (Located<String> name : written.target().actions()) {
      Set<String> actions = new TreeSet<>(targets.actions(List.of(name)));
      reportWidening(name, rule, actions);
      actions.forEach(action -> reportOverride(name, rule, action));
    }
  }

  private void reportWidening(Located<String> name, CheckedRule rule, Set<String> actions) {
    var closed = new TreeSet<>(actions);
    closed.removeAll(opened);
    if (!closed.isEmpty()) {
      diagnostics.report(
          DiagnosticCode.OVERLAY_WIDENS,
          name.span(),
          "no base policy of `"
              + rule.resource()
              + "` lets tenants permit `"
              + String.join("`, `", closed)
              + "`; a tenant may deny it, or the base says `tenants-may-permit`");
    }
  }

  private void reportOverride(Located<String> name, CheckedRule rule, String action) {
    Optional<CheckedRule> deny =
        overriding.stream()
            .filter(base -> base.target().actions().contains(action))
            .filter(base -> base.target().covers(rule.target()))
            .findFirst();
    deny.ifPresent(
        base ->
            diagnostics.report(
                DiagnosticCode.OVERLAY_CONFLICT,
                name.span(),
                "permits `"
                    + action
                    + "` to no effect: "
                    + base.reference()
                    + " always denies it"));
  }
}
