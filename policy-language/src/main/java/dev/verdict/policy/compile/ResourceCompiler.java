package dev.verdict.policy.compile;

import dev.verdict.policy.check.CheckedPolicySet;
import dev.verdict.policy.check.CheckedRule;
import dev.verdict.policy.condition.CoalesceNode;
import dev.verdict.policy.condition.ConstantNode;
import dev.verdict.policy.condition.EvaluationError;
import dev.verdict.policy.condition.Frame;
import dev.verdict.policy.condition.Node;
import dev.verdict.policy.condition.ReadNode;
import dev.verdict.policy.evaluate.ActionRules;
import dev.verdict.policy.evaluate.CompiledRule;
import dev.verdict.policy.evaluate.Conjunct;
import dev.verdict.policy.evaluate.NameIndex;
import dev.verdict.policy.evaluate.Overlays;
import dev.verdict.policy.evaluate.ResourceProgram;
import dev.verdict.policy.evaluate.Target;
import dev.verdict.policy.evaluate.TenantGuard;
import dev.verdict.policy.expression.AttributePath;
import dev.verdict.policy.expression.AttributePath.Root;
import dev.verdict.policy.schema.ResourceType;
import dev.verdict.policy.schema.Schema;
import dev.verdict.policy.schema.SubjectType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Compiles all that concerns one resource type. */
final class ResourceCompiler {

  private static final Node ALWAYS = new ConstantNode(true);
  private static final Node NO_NAMES = new ConstantNode(Set.of());

  private final ResourceType resource;
  private final Schema schema;
  private final List<CheckedRule> rules;
  private final Map<String, List<CheckedRule>> overlays;
  private final SlotTable slots;
  private final ExpressionCompiler expressions;
  private final NameIndex roles;
  private final NameIndex scopes;

  /**
   * @param rules on this resource type that hold for every tenant, in the order of the repository
   * @param overlays by tenant, the rules that are added for its resources, in the same order
   */
  ResourceCompiler(
      ResourceType resource,
      List<CheckedRule> rules,
      Map<String, List<CheckedRule>> overlays,
      CheckedPolicySet policies) {
    this.resource = resource;
    this.schema = policies.schema();
    this.rules = rules;
    this.overlays = overlays;
    this.slots = new SlotTable(resource, schema, policies.data());
    this.expressions = new ExpressionCompiler(slots);
    this.roles = new NameIndex(names(CheckedRule::roles));
    this.scopes = new NameIndex(names(CheckedRule::scopes));
  }

  private List<String> names(Function<CheckedRule, Set<String>> part) {
    return Stream.concat(rules.stream(), overlays.values().stream().flatMap(List::stream))
        .map(part)
        .flatMap(Collection::stream)
        .distinct()
        .toList();
  }

  ResourceProgram compile() {
    Map<String, List<CompiledRule>> byAction = compileRules(rules);
    Overlays merged = compileOverlays(byAction);
    Optional<TenantGuard> guard = resource.tenantAttribute().map(this::guard);
    Node subjectRoles = namesOf("roles");
    Node subjectScopes = namesOf("scopes");
    Map<String, ActionRules> actions =
        resource.actions().keySet().stream()
            .collect(
                Collectors.toMap(
                    Function.identity(),
                    action -> new ActionRules(byAction.getOrDefault(action, List.of()))));
    return new ResourceProgram(
        resource.name(),
        new Frame.Layout(slots.slots(), expressions.variableCount()),
        guard,
        roles,
        scopes,
        subjectRoles,
        subjectScopes,
        actions,
        merged,
        slots.readsTime());
  }

  private Overlays compileOverlays(Map<String, List<CompiledRule>> base) {
    var merged = new HashMap<String, Map<String, ActionRules>>();
    overlays.forEach(
        (tenant, added) ->
            compileRules(added)
                .forEach(
                    (action, own) -> {
                      var all = new ArrayList<>(base.getOrDefault(action, List.of()));
                      all.addAll(own);
                      merged
                          .computeIfAbsent(action, name -> new HashMap<>())
                          .put(tenant, new ActionRules(all));
                    }));
    return new Overlays(merged);
  }

  private Map<String, List<CompiledRule>> compileRules(List<CheckedRule> checked) {
    var byAction = new HashMap<String, List<CompiledRule>>();
    for (CheckedRule rule : checked) {
      CompiledRule compiled = compile(rule);
      for (String action : rule.actions()) {
        byAction.computeIfAbsent(action, name -> new ArrayList<>()).add(compiled);
      }
    }
    return byAction;
  }

  private CompiledRule compile(CheckedRule rule) {
    List<Conjunct> conjuncts =
        rule.condition().map(condition -> Conjunction.of(condition, expressions)).orElse(List.of());
    return new CompiledRule(
        rule.reference(),
        rule.effect(),
        new Target(rule.subjectTypes(), rule.roles(), rule.scopes(), roles, scopes),
        rule.condition().map(expressions::compile).orElse(ALWAYS),
        conjuncts,
        rule.fields(),
        rule.obligations(),
        rule.advice(),
        CompiledRule.reasonOf(rule.effect(), rule.reference(), rule.because()));
  }

  private TenantGuard guard(String resourceTenant) {
    return new TenantGuard(
        new ReadNode(slots.subjectTenant(), new EvaluationError("the subject has no tenant")),
        new ReadNode(
            slots.number(new AttributePath(Root.RESOURCE, resourceTenant)),
            new EvaluationError("the resource has no tenant")),
        schema.subjects().values().stream()
            .filter(type -> type.tenantAttribute().isPresent())
            .map(SubjectType::name)
            .collect(Collectors.toSet()));
  }

  private Node namesOf(String attribute) {
    return new CoalesceNode(slots.number(new AttributePath(Root.SUBJECT, attribute)), NO_NAMES);
  }
}
