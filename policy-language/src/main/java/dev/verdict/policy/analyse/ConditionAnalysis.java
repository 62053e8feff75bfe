package dev.verdict.policy.analyse;

import dev.verdict.policy.diagnostic.DiagnosticCode;
import dev.verdict.policy.diagnostic.Diagnostics;
import dev.verdict.policy.expression.AttributePath;
import dev.verdict.policy.expression.Expression;
import dev.verdict.policy.schema.Schema;
import dev.verdict.policy.tree.RuleTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds conditions that are never true, and conditions that are never false. */
final class ConditionAnalysis {

  private final Schema schema;
  private final PartAnalysis parts;
  private final Diagnostics diagnostics;

  ConditionAnalysis(Schema schema, Diagnostics diagnostics) {
    this.schema = schema;
    this.parts = new PartAnalysis(diagnostics);
    this.diagnostics = diagnostics;
  }

  /**
   * @param tenant whose rule it is; absent: everybody's
   */
  void analyse(RuleTree rule, Optional<String> tenant) {
    if (rule.condition().isEmpty() || !reportWhole(rule.condition().get(), rule, tenant)) {
      parts.analyse(rule);
    }
  }

  /** Whether the condition has one outcome, which is reported. */
  private boolean reportWhole(Expression condition, RuleTree rule, Optional<String> tenant) {
    Map<AttributePath, Domain> known = TargetKnowledge.of(rule, rule.actions(), tenant, schema);
    if (!Satisfiability.canBe(true, List.of(condition), known)) {
      reportNeverTrue(condition, known);
    } else if (!Satisfiability.canBe(false, List.of(condition), known)) {
      diagnostics.report(
          DiagnosticCode.ALWAYS_TRUE,
          condition.fragment().span(),
          "this condition is never false; if the rule is meant to match always, leave out `when`");
    } else {
      return false;
    }
    return true;
  }

  /** Points at the first part that cannot be true, by itself or beside those before it. */
  private void reportNeverTrue(Expression condition, Map<AttributePath, Domain> known) {
    var before = new ArrayList<Expression>();
    for (Expression part : parts(condition)) {
      before.add(part);
      if (!Satisfiability.canBe(true, before, known)) {
        boolean alone = !Satisfiability.canBe(true, List.of(part), known);
        diagnostics.report(
            DiagnosticCode.NEVER_MATCHES,
            part.fragment().span(),
            "`"
                + part.fragment().text()
                + (alone ? "` is never true" : "` is never true where the parts before it are")
                + ", so this rule never matches");
        return;
      }
    }
  }

  /** What a chain of {@code &&} joins. */
  private static List<Expression> parts(Expression condition) {
    return condition instanceof Expression.And and
        ? Stream.of(and.left(), and.right()).flatMap(part -> parts(part).stream()).toList()
        : List.of(condition);
  }
}
