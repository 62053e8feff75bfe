package dev.verdict.policy.overview;

import dev.verdict.policy.check.CheckedGrant;
import dev.verdict.policy.check.CheckedObligation;
import dev.verdict.policy.check.CheckedPolicySet;
import dev.verdict.policy.check.CheckedRule;
import dev.verdict.policy.check.CheckedTarget;
import dev.verdict.policy.check.DerivedRole;
import dev.verdict.policy.decision.Effect;
import dev.verdict.policy.expression.Expression;
import dev.verdict.policy.expression.Variable;
import dev.verdict.policy.schema.ResourceType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What applies to which action.
 *
 * @param actions every action of every resource type, by these names
 */
public record PolicyOverview(List<ActionOverview> actions) {

  public PolicyOverview {
    actions = List.copyOf(actions);
  }

  /** Lays out policies that are free of errors. */
  public static PolicyOverview of(CheckedPolicySet policies) {
    List<Placed> rules = rules(policies);
    var actions = new ArrayList<ActionOverview>();
    for (ResourceType resource : new TreeMap<>(policies.schema().resources()).values()) {
      for (String action : new TreeSet<>(resource.actions().keySet())) {
        actions.add(
            new ActionOverview(
                resource.name(),
                action,
                resource.tenantAttribute(),
                grants(policies, resource.name(), action),
                rules.stream()
                    .filter(placed -> placed.speaksOf(resource.name(), action))
                    .map(placed -> rule(placed, policies))
                    .toList()));
      }
    }
    return new PolicyOverview(actions);
  }

  /** A rule and the tenant whose overlay it stands in. */
  private record Placed(CheckedRule rule, Optional<String> tenant) {

    boolean speaksOf(String resource, String action) {
      return rule.resource().equals(resource) && rule.target().actions().contains(action);
    }
  }

  private static List<Placed> rules(CheckedPolicySet policies) {
    var rules = new ArrayList<Placed>();
    policies.rules().forEach(rule -> rules.add(new Placed(rule, Optional.empty())));
    policies
        .overlays()
        .forEach(
            (tenant, own) -> own.forEach(rule -> rules.add(new Placed(rule, Optional.of(tenant)))));
    rules.sort(Comparator.comparing(placed -> placed.rule().effect() == Effect.PERMIT));
    return rules;
  }

  private static RuleOverview rule(Placed placed, CheckedPolicySet policies) {
    CheckedRule rule = placed.rule();
    return new RuleOverview(
        rule.reference(),
        rule.effect(),
        placed.tenant(),
        target(rule.target(), policies.schema().subjects().keySet()),
        rule.condition().map(PolicyOverview::text),
        rule.condition().map(PolicyOverview::variables).orElse(List.of()),
        rule.fields(),
        rule.obligations().stream().map(CheckedObligation::id).toList(),
        rule.advice().stream().map(CheckedObligation::id).toList(),
        rule.because());
  }

  private static List<VariableOverview> variables(Expression condition) {
    var variables = new LinkedHashMap<String, VariableOverview>();
    addVariables(condition, variables);
    return List.copyOf(variables.values());
  }

  private static void addVariables(Expression expression, Map<String, VariableOverview> variables) {
    if (expression instanceof Expression.Use use) {
      Variable variable = use.variable();
      if (variables.containsKey(variable.name())) {
        return;
      }
      variables.put(
          variable.name(), new VariableOverview(variable.name(), text(variable.definition())));
    }
    expression.operands().forEach(operand -> addVariables(operand, variables));
  }

  /** All that the author wrote at that place. */
  private static String text(Expression expression) {
    return expression.fragment().source().text().strip();
  }

  private static TargetOverview target(CheckedTarget target, Collection<String> subjectTypes) {
    return new TargetOverview(
        target.subjectTypes().containsAll(subjectTypes) ? List.of() : sorted(target.subjectTypes()),
        sorted(target.actorTypes()),
        sorted(target.roles()),
        sorted(target.derivedRoles().stream().map(DerivedRole::name).toList()),
        sorted(target.scopes()),
        sorted(target.anyScopes()),
        target.validity());
  }

  private static List<GrantOverview> grants(
      CheckedPolicySet policies, String resource, String action) {
    return policies.grants().stream()
        .filter(grant -> grant.resources().contains(resource) && grant.actions().contains(action))
        .map(PolicyOverview::grant)
        .toList();
  }

  private static GrantOverview grant(CheckedGrant grant) {
    return new GrantOverview(
        grant.id(), grant.subjectType(), grant.subjectTenant(), grant.tenant(), grant.validity());
  }

  private static List<String> sorted(Collection<String> names) {
    return names.stream().sorted().toList();
  }
}
