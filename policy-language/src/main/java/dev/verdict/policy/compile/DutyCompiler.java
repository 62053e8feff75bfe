package dev.verdict.policy.compile;

import dev.verdict.policy.check.CheckedObligation;
import dev.verdict.policy.check.CheckedRule;
import dev.verdict.policy.condition.MatchedNode;
import dev.verdict.policy.condition.Node;
import dev.verdict.policy.decision.Obligation;
import dev.verdict.policy.evaluate.Duties;
import dev.verdict.policy.evaluate.ObligationTemplate;
import dev.verdict.policy.evaluate.RequiredValue;
import dev.verdict.policy.request.Attributes;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Compiles the obligations and advice of one rule. */
final class DutyCompiler {

  private final ExpressionCompiler expressions;
  private final List<RequiredValue> values = new ArrayList<>();
  private final Duties duties;

  DutyCompiler(CheckedRule rule, ExpressionCompiler expressions) {
    this.expressions = expressions;
    boolean fixed =
        Stream.concat(rule.obligations().stream(), rule.advice().stream())
            .allMatch(CheckedObligation::isConstant);
    this.duties =
        fixed
            ? new Duties.Fixed(fixed(rule.obligations()), fixed(rule.advice()))
            : new Duties.Computed(templates(rule.obligations()), templates(rule.advice()));
  }

  Duties duties() {
    return duties;
  }

  /** What has to have a value where the rule matches. */
  List<RequiredValue> values() {
    return values;
  }

  /** The condition, with what has to have a value where it is true. */
  Node with(Node condition) {
    return values.isEmpty()
        ? condition
        : new MatchedNode(condition, values.stream().map(RequiredValue::node).toList());
  }

  private static List<Obligation> fixed(List<CheckedObligation> obligations) {
    var all = new ArrayList<Obligation>();
    for (CheckedObligation obligation : obligations) {
      var attributes = Attributes.builder();
      for (CheckedObligation.Property property : obligation.properties()) {
        if (property instanceof CheckedObligation.Constant constant) {
          attributes.add(constant.name(), constant.value());
        }
      }
      all.add(new Obligation(obligation.id(), attributes.build()));
    }
    return all;
  }

  private List<ObligationTemplate> templates(List<CheckedObligation> obligations) {
    return obligations.stream()
        .map(
            each ->
                new ObligationTemplate(
                    each.id(), each.properties().stream().map(this::template).toList()))
        .toList();
  }

  private ObligationTemplate.Property template(CheckedObligation.Property property) {
    if (property instanceof CheckedObligation.Constant constant) {
      return new ObligationTemplate.Constant(constant.name(), constant.value());
    }
    var computed = (CheckedObligation.Computed) property;
    Node node = expressions.remembered(expressions.compile(computed.expression()));
    values.add(new RequiredValue(node, computed.expression().fragment()));
    return new ObligationTemplate.Computed(computed.name(), node);
  }
}
