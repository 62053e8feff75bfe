package dev.verdict.policy.analyse;

import dev.verdict.policy.diagnostic.DiagnosticCode;
import dev.verdict.policy.diagnostic.Diagnostics;
import dev.verdict.policy.expression.Expression;
import dev.verdict.policy.source.Fragment;
import dev.verdict.policy.tree.RuleTree;
import java.util.List;
import java.util.Map;

/** Finds parts of conditions that have one outcome whatever is asked, like {@code size(a) >= 0}. */
final class PartAnalysis {

  private final Diagnostics diagnostics;

  PartAnalysis(Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
  }

  void analyse(RuleTree rule) {
    PartWalk.walk(rule, part -> analyse(part.written(), part.place()));
  }

  private void analyse(Expression part, Fragment place) {
    if (part instanceof Expression.Constant) {
      return;
    }
    if (!Satisfiability.canBe(false, List.of(part), Map.of())) {
      report(DiagnosticCode.ALWAYS_TRUE, part, place, "false");
    } else if (!Satisfiability.canBe(true, List.of(part), Map.of())) {
      report(DiagnosticCode.NEVER_MATCHES, part, place, "true");
    }
  }

  private void report(DiagnosticCode code, Expression part, Fragment place, String outcome) {
    diagnostics.report(
        code,
        place.span(),
        "`"
            + part.fragment().line()
            + "` is never "
            + outcome
            + ", so it says nothing; leave it out, or say what was meant");
  }
}
