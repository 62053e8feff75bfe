package dev.verdict.policy.analyse;

import dev.verdict.policy.decision.Effect;
import dev.verdict.policy.diagnostic.DiagnosticCode;
import dev.verdict.policy.diagnostic.Diagnostics;
import dev.verdict.policy.tree.RuleTree;
import java.util.List;

/** Finds rules that change nothing because another one, without a condition, goes further. */
final class ShadowAnalysis {

  /** More of them at one rule are not looked at: they are many only where somebody means harm. */
  private static final int MAX_CANDIDATES = 1_000;

  private final List<UnconditionalRules> unconditional;
  private final Diagnostics diagnostics;

  /**
   * @param unconditional the rules that hold wherever those that are analysed do, in order
   */
  ShadowAnalysis(List<UnconditionalRules> unconditional, Diagnostics diagnostics) {
    this.unconditional = unconditional;
    this.diagnostics = diagnostics;
  }

  void analyse(RuleTree rule) {
    unconditional.stream()
        .flatMap(
            rules ->
                rules
                    .candidates(rule)
                    .limit(MAX_CANDIDATES)
                    .filter(other -> shadows(other, rule, rules.isBefore(other, rule))))
        .findFirst()
        .ifPresent(other -> report(rule, other));
  }

  private static boolean shadows(RuleTree other, RuleTree rule, boolean before) {
    return !other.reference().equals(rule.reference())
        && Breadth.matchesWherever(other, rule)
        && Breadth.leavesNothingTo(other, rule, before)
        && (before || !areMutual(other, rule));
  }

  /** Whether the two shadow each other; then the first one stays. */
  private static boolean areMutual(RuleTree later, RuleTree first) {
    return first.isUnconditional()
        && Breadth.matchesWherever(first, later)
        && Breadth.leavesNothingTo(first, later, true);
  }

  private void report(RuleTree rule, RuleTree other) {
    diagnostics.report(
        DiagnosticCode.SHADOWED_RULE,
        rule.span(),
        "`"
            + rule.reference().rule()
            + "` changes nothing, because "
            + other.reference()
            + (other.effect() == Effect.PERMIT ? " permits" : " denies")
            + (other.effect() == rule.effect()
                ? " all that it " + (rule.effect() == Effect.PERMIT ? "permits" : "denies")
                : " all that it permits"));
  }
}
