package dev.verdict.policy.tree;

import dev.verdict.policy.checked.CheckedObligation;
import dev.verdict.policy.checked.CheckedPolicySet;
import dev.verdict.policy.checked.CheckedRule;
import dev.verdict.policy.memory.Inputs;
import dev.verdict.policy.memory.Memory;
import dev.verdict.policy.schema.ResourceType;
import dev.verdict.policy.schema.Schema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Checked policies to typed expressions: the only place that says what a key of a file means. */
public final class PolicyLowering {

  private final TargetLowering targets = new TargetLowering();
  private final CheckedPolicySet policies;
  private final LoweringMemory memory;

  private PolicyLowering(CheckedPolicySet policies, LoweringMemory memory) {
    this.policies = policies;
    this.memory = memory;
  }

  /** The same policies, every part of which is an expression. */
  public static PolicyTree lower(CheckedPolicySet policies) {
    return lower(policies, LoweringMemory.in(new Memory()));
  }

  /**
   * The same, where the rules on a resource type are the trees of the last good load if they are
   * the same rules.
   */
  public static PolicyTree lower(CheckedPolicySet policies, LoweringMemory memory) {
    return new PolicyLowering(policies, memory).tree();
  }

  private PolicyTree tree() {
    Schema schema = policies.schema();
    List<GrantTree> grants =
        memory
            .grants()
            .get(
                "grants",
                Inputs.NOTHING.and(policies.grants()),
                () -> policies.grants().stream().map(GrantLowering::lower).toList());
    Map<String, GuardTree> guards =
        memory
            .guards()
            .get("guards", Inputs.objects(schema).and(grants), () -> guards(schema, grants));
    IdentityHashMap<CheckedRule, RuleTree> trees = trees();
    var overlays = new HashMap<String, List<RuleTree>>();
    policies.overlays().forEach((tenant, rules) -> overlays.put(tenant, of(rules, trees)));
    return new PolicyTree(
        schema, policies.data(), of(policies.rules(), trees), overlays, guards, grants);
  }

  private static Map<String, GuardTree> guards(Schema schema, List<GrantTree> grants) {
    var guards = new HashMap<String, GuardTree>();
    for (ResourceType resource : schema.resources().values()) {
      resource
          .tenantAttribute()
          .ifPresent(
              tenant ->
                  guards.put(
                      resource.name(), new GuardLowering(schema).lower(resource, tenant, grants)));
    }
    return guards;
  }

  /** By resource type, since rules on one share what derived roles are made of. */
  private IdentityHashMap<CheckedRule, RuleTree> trees() {
    var byResource = new LinkedHashMap<String, List<CheckedRule>>();
    policies
        .everyRule()
        .forEach(
            rule ->
                byResource.computeIfAbsent(rule.resource(), first -> new ArrayList<>()).add(rule));
    var trees = new IdentityHashMap<CheckedRule, RuleTree>();
    byResource.forEach(
        (resource, rules) -> {
          List<RuleTree> lowered =
              memory
                  .rules()
                  .get(
                      resource,
                      Inputs.NOTHING.and(rules),
                      () -> rules.stream().map(this::rule).toList());
          for (int i = 0; i < rules.size(); i++) {
            trees.put(rules.get(i), lowered.get(i));
          }
        });
    return trees;
  }

  /** INVARIANT: there is a tree of every rule. */
  private static List<RuleTree> of(
      List<CheckedRule> rules, IdentityHashMap<CheckedRule, RuleTree> trees) {
    return rules.stream().map(rule -> Objects.requireNonNull(trees.get(rule))).toList();
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
