package dev.verdict.policy.check.function;

import dev.verdict.policy.check.expression.ExpressionChecker;
import dev.verdict.policy.check.expression.Findings;
import dev.verdict.policy.check.expression.Functions;
import dev.verdict.policy.check.expression.Known;
import dev.verdict.policy.check.expression.Typed;
import dev.verdict.policy.diagnostic.DiagnosticCode;
import dev.verdict.policy.diagnostic.Suggestion;
import dev.verdict.policy.syntax.ForeignWords;
import dev.verdict.policy.syntax.Syntax;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Finds the function of a call in the table of the published ones, and leaves the rest to it. */
public final class FunctionChecker implements Functions {

  /** By name, sorted, so that suggestions do not depend on chance. */
  private static final Map<String, PublishedFunction> FUNCTIONS =
      table(
          List.of(
              PresenceFunctions.ALL,
              SizeFunctions.ALL,
              PatternFunctions.ALL,
              TextFunctions.ALL,
              CollectionFunctions.ALL,
              TimeFunctions.ALL,
              AddressFunctions.ALL,
              LiteralFunctions.ALL,
              HierarchyFunctions.ALL,
              QuantifierFunctions.ALL));

  private static Map<String, PublishedFunction> table(List<List<PublishedFunction>> families) {
    var table = new TreeMap<String, PublishedFunction>();
    families.forEach(family -> family.forEach(each -> table.put(each.name(), each)));
    return table;
  }

  @Override
  public Optional<Typed> check(Syntax.Call call, Known known, ExpressionChecker expressions) {
    Findings findings = expressions.findings();
    PublishedFunction function = FUNCTIONS.get(call.function());
    if (function == null) {
      return findings.refuse(
          DiagnosticCode.UNKNOWN_FUNCTION,
          call.fragment(),
          "unknown function `"
              + call.function()
              + "`"
              + ForeignWords.function(call.function())
                  .map(advice -> "; " + advice)
                  .orElseGet(() -> Suggestion.didYouMean(call.function(), FUNCTIONS.keySet())));
    }
    if (!function.takes(call.arguments().size())) {
      return findings.mismatch(
          call.fragment(), "this function is called as `" + function.usage() + "`");
    }
    return function.check().check(new FunctionCall(function, call, known, expressions));
  }
}
