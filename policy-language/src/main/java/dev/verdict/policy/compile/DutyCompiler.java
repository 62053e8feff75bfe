package dev.verdict.policy.compile;

import dev.verdict.policy.condition.MatchedNode;
import dev.verdict.policy.condition.Node;
import dev.verdict.policy.decision.Obligation;
import dev.verdict.policy.evaluate.Duties;
import dev.verdict.policy.evaluate.ObligationTemplate;
import dev.verdict.policy.tree.Duty;
import dev.verdict.policy.tree.RuleTree;
import java.util.ArrayList;
import java.util.List;

/** Compiles the obligations and advice of one rule. */
final class DutyCompiler implements Duty.Visitor<ObligationTemplate.Property> {

  private final ExpressionCompiler expressions;
  private final List<Node> values = new ArrayList<>();
  private final Duties duties;

  DutyCompiler(RuleTree rule, ExpressionCompiler expressions) {
    this.expressions = expressions;
    List<ObligationTemplate> obligations = templates(rule.obligations());
    List<ObligationTemplate> advice = templates(rule.advice());
    this.duties =
        rule.values().isEmpty()
            ? new Duties.Fixed(fixed(obligations), fixed(advice))
            : new Duties.Computed(obligations, advice);
  }

  Duties duties() {
    return duties;
  }

  /** The condition, with what has to have a value where it is true. */
  Node with(Node condition) {
    return values.isEmpty() ? condition : new MatchedNode(condition, values);
  }

  private static List<Obligation> fixed(List<ObligationTemplate> templates) {
    return templates.stream().map(ObligationTemplate::fixed).toList();
  }

  private List<ObligationTemplate> templates(List<Duty> duties) {
    return duties.stream()
        .map(
            duty ->
                new ObligationTemplate(
                    duty.id(),
                    duty.properties().stream().map(property -> property.accept(this)).toList()))
        .toList();
  }

  @Override
  public ObligationTemplate.Property constant(Duty.Constant property) {
    return new ObligationTemplate.Constant(property.name(), property.value());
  }

  @Override
  public ObligationTemplate.Property computed(Duty.Computed property) {
    Node node = expressions.remembered(property.expression());
    values.add(node);
    return new ObligationTemplate.Computed(property.name(), node);
  }
}
