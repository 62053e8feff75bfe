package dev.verdict.policy.overview;

import dev.verdict.policy.decision.Effect;
import dev.verdict.policy.expression.Because;
import dev.verdict.policy.expression.Expression;
import dev.verdict.policy.expression.Variable;
import dev.verdict.policy.schema.ActionPattern;
import dev.verdict.policy.schema.ResourceType;
import dev.verdict.policy.tree.DerivedRoleTree;
import dev.verdict.policy.tree.Duty;
import dev.verdict.policy.tree.GrantTree;
import dev.verdict.policy.tree.PolicyTree;
import dev.verdict.policy.tree.Requirement.Kind;
import dev.verdict.policy.tree.RuleTree;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What applies to which action.
 *
 * @param actions every action of every resource type, by these names; of an open set, those that
 *     are declared or mentioned, and patterns for the rest
 */
public record PolicyOverview(List<ActionOverview> actions) {

  public PolicyOverview {
    actions = List.copyOf(actions);
  }

  /** Lays out policies that are free of errors. */
  public static PolicyOverview of(PolicyTree policies) {
    List<Placed> rules = rules(policies);
    var actions = new ArrayList<ActionOverview>();
    for (ResourceType resource : new TreeMap<>(policies.schema().resources()).values()) {
      for (String action : sorted(resource)) {
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

  /** Patterns stand behind all names. */
  private static List<String> sorted(ResourceType resource) {
    return resource.actions().keySet().stream()
        .sorted(
            Comparator.comparing(ActionPattern::isPattern).thenComparing(Comparator.naturalOrder()))
        .toList();
  }

  /** A rule and the tenant whose overlay it stands in. */
  private record Placed(RuleTree rule, Optional<String> tenant) {

    boolean speaksOf(String resource, String action) {
      return rule.resource().equals(resource) && rule.actions().contains(action);
    }
  }

  private static List<Placed> rules(PolicyTree policies) {
    var rules = new ArrayList<Placed>();
    policies.rules().forEach(rule -> rules.add(new Placed(rule, Optional.empty())));
    policies
        .overlays()
        .forEach(
            (tenant, own) -> own.forEach(rule -> rules.add(new Placed(rule, Optional.of(tenant)))));
    rules.sort(Comparator.comparing(placed -> placed.rule().effect() == Effect.PERMIT));
    return rules;
  }

  private static RuleOverview rule(Placed placed, PolicyTree policies) {
    RuleTree rule = placed.rule();
    return new RuleOverview(
        rule.reference(),
        rule.effect(),
        placed.tenant(),
        target(rule, policies.schema().subjects().keySet()),
        rule.condition().map(PolicyOverview::text),
        rule.condition().map(PolicyOverview::variables).orElse(List.of()),
        rule.fields(),
        rule.obligations().stream().map(Duty::id).toList(),
        rule.advice().stream().map(Duty::id).toList(),
        rule.because().map(PolicyOverview::words));
  }

  /** An expression stands in backticks. */
  private static String words(Because because) {
    return because
        .fixed()
        .or(() -> because.computed().map(expression -> "`" + text(expression) + "`"))
        .orElse("");
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

  private static TargetOverview target(RuleTree rule, Collection<String> subjectTypes) {
    List<String> derived =
        rule.requirement(Kind.DERIVED_ROLES).stream()
            .flatMap(requirement -> requirement.derivedRoles().stream())
            .map(DerivedRoleTree::name)
            .toList();
    Set<String> types = rule.names(isAboutActors(rule) ? Kind.ACTED_FOR_TYPES : Kind.SUBJECT_TYPES);
    return new TargetOverview(
        types.containsAll(subjectTypes) ? List.of() : sorted(types),
        sorted(rule.names(Kind.ACTOR_TYPES)),
        sorted(broughtRoles(rule, derived)),
        sorted(derived),
        sorted(rule.names(Kind.SCOPES)),
        sorted(rule.names(Kind.ANY_SCOPE)),
        rule.validity());
  }

  private static Collection<String> broughtRoles(RuleTree rule, List<String> derived) {
    var brought = new TreeSet<>(rule.names(Kind.ROLES));
    brought.addAll(rule.names(Kind.DERIVED_ROLES));
    derived.forEach(brought::remove);
    return brought;
  }

  private static boolean isAboutActors(RuleTree rule) {
    return rule.requirement(Kind.ACTOR_TYPES).isPresent();
  }

  private static List<GrantOverview> grants(PolicyTree policies, String resource, String action) {
    return policies.grants().stream()
        .filter(
            grant ->
                grant.names(Kind.RESOURCE_TYPES).contains(resource)
                    && grant.names(Kind.ACTIONS).contains(action))
        .map(PolicyOverview::grant)
        .toList();
  }

  private static GrantOverview grant(GrantTree grant) {
    return new GrantOverview(
        grant.id(),
        grant.names(Kind.SUBJECT_TYPES).iterator().next(),
        grant.subjectTenant(),
        grant.resourceTenant(),
        grant.validity());
  }

  private static List<String> sorted(Collection<String> names) {
    return names.stream().sorted().toList();
  }
}
