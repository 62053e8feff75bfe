package dev.verdict.policy.check;

import dev.verdict.policy.diagnostic.DiagnosticCode;
import dev.verdict.policy.diagnostic.Suggestion;
import dev.verdict.policy.schema.EntityTypes;
import dev.verdict.policy.syntax.Syntax;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Finds the function of a call in the table of the published ones, and leaves the rest to it. */
final class FunctionChecker {

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

  private final ExpressionChecker expressions;
  private final AccessChecker accesses;
  private final EntityTypes entities;
  private final Findings findings;

  FunctionChecker(
      ExpressionChecker expressions,
      AccessChecker accesses,
      EntityTypes entities,
      Findings findings) {
    this.expressions = expressions;
    this.accesses = accesses;
    this.entities = entities;
    this.findings = findings;
  }

  private static Map<String, PublishedFunction> table(List<List<PublishedFunction>> families) {
    var table = new TreeMap<String, PublishedFunction>();
    families.forEach(family -> family.forEach(each -> table.put(each.name(), each)));
    return table;
  }

  Optional<Typed> check(Syntax.Call call, Known known) {
    PublishedFunction function = FUNCTIONS.get(call.function());
    if (function == null) {
      return findings.refuse(
          DiagnosticCode.UNKNOWN_FUNCTION,
          call.fragment(),
          "unknown function `"
              + call.function()
              + "`"
              + Suggestion.didYouMean(call.function(), FUNCTIONS.keySet()));
    }
    if (!function.takes(call.arguments().size())) {
      return findings.mismatch(
          call.fragment(), "this function is called as `" + function.usage() + "`");
    }
    return function
        .check()
        .check(new FunctionCall(function, call, known, expressions, accesses, entities, findings));
  }
}
