package dev.verdict.policy.tree;

import dev.verdict.policy.checked.CheckedObligation;
import dev.verdict.policy.checked.CheckedPolicySet;
import dev.verdict.policy.checked.CheckedRule;
import dev.verdict.policy.schema.ResourceType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/** Checked policies to typed expressions: the only place that says what a key of a file means. */
public final class PolicyLowering {

  private final TargetLowering targets = new TargetLowering();

  private PolicyLowering() {}

  /** The same policies, every part of which is an expression. */
  public static PolicyTree lower(CheckedPolicySet policies) {
    return new PolicyLowering().tree(policies);
  }

  private PolicyTree tree(CheckedPolicySet policies) {
    List<GrantTree> grants = policies.grants().stream().map(GrantLowering::lower).toList();
    var guards = new HashMap<String, GuardTree>();
    for (ResourceType resource : policies.schema().resources().values()) {
      resource
          .tenantAttribute()
          .ifPresent(
              tenant ->
                  guards.put(
                      resource.name(),
                      new GuardLowering(policies.schema()).lower(resource, tenant, grants)));
    }
    var overlays = new HashMap<String, List<RuleTree>>();
    policies.overlays().forEach((tenant, rules) -> overlays.put(tenant, rules(rules)));
    return new PolicyTree(
        policies.schema(), policies.data(), rules(policies.rules()), overlays, guards, grants);
  }

  private List<RuleTree> rules(List<CheckedRule> rules) {
    return rules.stream().map(this::rule).toList();
  }

  private RuleTree rule(CheckedRule rule) {
    var terms = new Terms(rule.reference().rule(), rule.span());
    List<Requirement> requirements = targets.lower(rule.resource(), rule.target(), terms);
    var all = new ArrayList<>(requirements.stream().map(Requirement::expression).toList());
    rule.condition().ifPresent(all::add);
    return new RuleTree(
        rule.reference(),
        rule.span(),
        rule.effect(),
        rule.resource(),
        rule.target().actions(),
        requirements,
        rule.target().validity(),
        rule.condition(),
        terms.all(all),
        rule.because(),
        rule.fields(),
        duties(rule.obligations()),
        duties(rule.advice()));
  }

  private static List<Duty> duties(List<CheckedObligation> duties) {
    return duties.stream()
        .map(
            duty ->
                new Duty(
                    duty.id(), duty.properties().stream().map(PolicyLowering::property).toList()))
        .toList();
  }

  private static Duty.Property property(CheckedObligation.Property property) {
    return property.accept(
        new CheckedObligation.Visitor<>() {
          @Override
          public Duty.Property constant(CheckedObligation.Constant constant) {
            return new Duty.Constant(constant.name(), constant.value());
          }

          @Override
          public Duty.Property computed(CheckedObligation.Computed computed) {
            return new Duty.Computed(computed.name(), computed.expression());
          }
        });
  }
}
