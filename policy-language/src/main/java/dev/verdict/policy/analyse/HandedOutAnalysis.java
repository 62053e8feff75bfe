package dev.verdict.policy.analyse;

import dev.verdict.policy.decision.Effect;
import dev.verdict.policy.diagnostic.DiagnosticCode;
import dev.verdict.policy.diagnostic.Diagnostics;
import dev.verdict.policy.schema.AttributeDeclaration;
import dev.verdict.policy.schema.ResourceType;
import dev.verdict.policy.schema.Schema;
import dev.verdict.policy.tree.RuleTree;
import java.util.List;
import java.util.stream.Stream;

/** Finds permits of all properties, or all but some, that hand out sensitive ones unnamed. */
final class HandedOutAnalysis {

  private final Schema schema;
  private final List<RuleTree> takingAway;
  private final Diagnostics diagnostics;

  HandedOutAnalysis(Schema schema, Stream<RuleTree> rules, Diagnostics diagnostics) {
    this.schema = schema;
    this.takingAway =
        rules
            .filter(rule -> rule.effect() == Effect.DENY && rule.isUnconditional())
            .filter(rule -> !rule.fields().isAll())
            .toList();
    this.diagnostics = diagnostics;
  }

  void analyse(RuleTree rule) {
    ResourceType type = schema.resources().get(rule.resource());
    if (type == null
        || rule.effect() != Effect.PERMIT
        || !rule.fields().complement()
        || onlyWrites(rule, type)) {
      return;
    }
    List<String> names =
        type.attributes().values().stream()
            .filter(AttributeDeclaration::sensitive)
            .map(AttributeDeclaration::name)
            .filter(name -> rule.fields().covers(name) && !isTakenAway(name, rule))
            .sorted()
            .toList();
    if (!names.isEmpty()) {
      diagnostics.report(
          DiagnosticCode.SENSITIVE_ATTRIBUTE,
          rule.span(),
          "`"
              + rule.reference().rule()
              + "` also hands out what is sensitive: `"
              + String.join("`, `", names)
              + "`; leave it out with `fields: { except: [..] }`, or list it in `fields` if that is"
              + " meant");
    }
  }

  /** Whether it grants what may be changed, and shows nothing. */
  private static boolean onlyWrites(RuleTree rule, ResourceType type) {
    return rule.actions().stream()
        .map(type.actions()::get)
        .allMatch(action -> action != null && action.declared() && action.writes());
  }

  private boolean isTakenAway(String name, RuleTree rule) {
    return takingAway.stream()
        .anyMatch(deny -> deny.fields().covers(name) && Breadth.matchesWherever(deny, rule));
  }
}
