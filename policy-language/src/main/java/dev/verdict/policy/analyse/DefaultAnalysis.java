package dev.verdict.policy.analyse;

import dev.verdict.policy.decision.Effect;
import dev.verdict.policy.diagnostic.DiagnosticCode;
import dev.verdict.policy.diagnostic.Diagnostics;
import dev.verdict.policy.expression.Expression;
import dev.verdict.policy.expression.Expression.Coalesce;
import dev.verdict.policy.expression.Expression.Constant;
import dev.verdict.policy.expression.Expression.Equal;
import dev.verdict.policy.source.Fragment;
import dev.verdict.policy.tree.RuleTree;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds comparisons that hold where both sides are absent: {@code (a ?? '') == (b ?? '')}. A permit
 * then matches for who has nothing, and a deny that asks for a difference does not.
 */
final class DefaultAnalysis {

  /** A comparison of two attributes with one default. */
  private record Comparison(Coalesce left, Coalesce right, Fragment place) {}

  private final Diagnostics diagnostics;

  DefaultAnalysis(Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
  }

  void analyse(RuleTree rule) {
    Sense harmless = rule.effect() == Effect.PERMIT ? Sense.HINDERS : Sense.HELPS;
    var found = new ArrayList<Comparison>();
    var guarded = new HashSet<String>();
    PartWalk.walk(
        rule,
        part -> {
          collectGuards(part.test(), part.sense(), guarded);
          if (part.sense() != harmless && part.test() instanceof Equal equal) {
            collect(equal, part.place(), found);
          }
        });
    found.stream()
        .filter(each -> !isGuarded(each.left(), guarded) && !isGuarded(each.right(), guarded))
        .forEach(this::report);
  }

  private static void collect(Equal equal, Fragment place, List<Comparison> found) {
    if (PartWalk.defined(equal.left()) instanceof Coalesce left
        && PartWalk.defined(equal.right()) instanceof Coalesce right
        && left.fallback() instanceof Constant one
        && right.fallback() instanceof Constant other
        && one.value().equals(other.value())) {
      found.add(new Comparison(left, right, place));
    }
  }

  /** What certainly has a value of its own where the condition is true. */
  private static void collectGuards(Expression part, Sense sense, Set<String> guarded) {
    if (part instanceof Expression.Has has && sense == Sense.HELPS) {
      guarded.add(has.operand().fragment().line());
    } else if (part instanceof Expression.Empty empty && sense == Sense.HINDERS) {
      guarded.add(PartWalk.defined(empty.operand()).fragment().line());
    } else if (part instanceof Equal equal
        && sense == Sense.HINDERS
        && PartWalk.defined(equal.left()) instanceof Coalesce coalesce
        && equal.right() instanceof Constant) {
      guarded.add(coalesce.fragment().line());
    }
  }

  private static boolean isGuarded(Coalesce coalesce, Set<String> guarded) {
    return guarded.contains(coalesce.fragment().line())
        || coalesce.candidates().stream()
            .anyMatch(candidate -> guarded.contains(candidate.fragment().line()));
  }

  private void report(Comparison comparison) {
    String attribute = comparison.left().candidates().get(0).fragment().line();
    diagnostics.report(
        DiagnosticCode.SAME_DEFAULT,
        comparison.place().span(),
        "both sides have the default `"
            + comparison.left().fallback().fragment().line()
            + "`, so they are equal where both are absent; write `has("
            + attribute
            + ") && ..`, or defaults that differ");
  }
}
