package dev.verdict.policy.compile;

import static java.util.Objects.requireNonNull;

import dev.verdict.policy.check.CheckedPolicySet;
import dev.verdict.policy.check.CheckedRule;
import dev.verdict.policy.check.CheckedTarget;
import dev.verdict.policy.condition.ConstantNode;
import dev.verdict.policy.condition.EvaluationError;
import dev.verdict.policy.condition.Frame;
import dev.verdict.policy.condition.Node;
import dev.verdict.policy.condition.ReadNode;
import dev.verdict.policy.condition.SubjectSlot;
import dev.verdict.policy.decision.Effect;
import dev.verdict.policy.evaluate.ActionRules;
import dev.verdict.policy.evaluate.CompiledRule;
import dev.verdict.policy.evaluate.Grant;
import dev.verdict.policy.evaluate.Grants;
import dev.verdict.policy.evaluate.NameIndex;
import dev.verdict.policy.evaluate.Overlays;
import dev.verdict.policy.evaluate.Requesters;
import dev.verdict.policy.evaluate.Requirement;
import dev.verdict.policy.evaluate.ResourceProgram;
import dev.verdict.policy.evaluate.Target;
import dev.verdict.policy.evaluate.TenantGuard;
import dev.verdict.policy.expression.AttributePath;
import dev.verdict.policy.expression.AttributePath.Root;
import dev.verdict.policy.expression.Expression;
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

  private final ResourceType resource;
  private final List<Grant> grants;
  private final Schema schema;
  private final String revision;
  private final int maxSteps;
  private final List<CheckedRule> rules;
  private final Map<String, List<CheckedRule>> overlays;
  private final SlotTable slots;
  private final ExpressionCompiler expressions;
  private final NameIndex roles;
  private final NameIndex scopes;
  private final ConditionStructures structures;
  private final Requirements requirements;

  /**
   * @param rules on this resource type that hold for every tenant, in the order of the repository
   * @param overlays by tenant, the rules that are added for its resources, in the same order
   * @param grants all there are, in the same order
   * @param revision names the state of the repository
   * @param maxSteps how many elements one decision may look at one by one
   */
  ResourceCompiler(
      ResourceType resource,
      List<CheckedRule> rules,
      Map<String, List<CheckedRule>> overlays,
      List<Grant> grants,
      CheckedPolicySet policies,
      SlotPool pool,
      String revision,
      int maxSteps) {
    this.resource = resource;
    this.grants = grants;
    this.schema = policies.schema();
    this.rules = rules;
    this.overlays = overlays;
    this.revision = revision;
    this.maxSteps = maxSteps;
    this.slots = new SlotTable(resource, schema, pool);
    this.expressions = new ExpressionCompiler(slots, policies.data().hierarchy());
    this.roles = new NameIndex(names(CheckedTarget::roles));
    this.scopes = new NameIndex(names(CheckedTarget::scopes, CheckedTarget::anyScopes));
    this.structures = new ConditionStructures(expressions);
    this.requirements = new Requirements(expressions, slots);
  }

  @SafeVarargs
  private List<String> names(Function<CheckedTarget, Set<String>>... parts) {
    return Stream.concat(rules.stream(), overlays.values().stream().flatMap(List::stream))
        .flatMap(rule -> Stream.of(parts).map(part -> part.apply(rule.target())))
        .flatMap(Collection::stream)
        .distinct()
        .toList();
  }

  ResourceProgram compile() {
    Map<String, List<IndexableRule>> byAction = compileRules(rules, 0);
    Map<String, ActionRules> actions =
        resource.actions().keySet().stream()
            .collect(
                Collectors.toMap(
                    Function.identity(),
                    action -> indexed(byAction.getOrDefault(action, List.of()))));
    Overlays merged = compileOverlays(actions);
    var waysAcross = new Grants(resource.name(), grants);
    Optional<TenantGuard> guard =
        resource.tenantAttribute().map(tenant -> guard(tenant, waysAcross));
    var requesters = new Requesters(roles, scopes, subjectSlot("roles"), subjectSlot("scopes"));
    return new ResourceProgram(
        resource.name(),
        new Frame.Layout(slots.slots(), expressions.variableCount(), maxSteps),
        guard,
        requesters,
        actions,
        merged,
        slots.readsTime() || !waysAcross.isEmpty());
  }

  /** INVARIANT: the checker let only declared actions through. */
  private Overlays compileOverlays(Map<String, ActionRules> base) {
    var merged = new HashMap<String, Map<String, ActionRules>>();
    overlays.forEach(
        (tenant, added) ->
            compileRules(added, rules.size())
                .forEach(
                    (action, own) ->
                        merged
                            .computeIfAbsent(action, name -> new HashMap<>())
                            .put(tenant, requireNonNull(base.get(action)).and(indexed(own)))));
    return new Overlays(merged);
  }

  private static ActionRules indexed(List<IndexableRule> rules) {
    return new ActionRules(
        rules.stream().map(IndexableRule::rule).toList(),
        IndexPlanner.plan(with(Effect.DENY, rules)),
        IndexPlanner.plan(with(Effect.PERMIT, rules)));
  }

  private static List<IndexableRule> with(Effect effect, List<IndexableRule> rules) {
    return rules.stream().filter(rule -> rule.rule().effect() == effect).toList();
  }

  /**
   * @param first the order of the first of them
   */
  private Map<String, List<IndexableRule>> compileRules(List<CheckedRule> checked, int first) {
    var byAction = new HashMap<String, List<IndexableRule>>();
    for (int i = 0; i < checked.size(); i++) {
      CheckedRule rule = checked.get(i);
      IndexableRule compiled = compile(first + i, rule);
      for (String action : rule.target().actions()) {
        byAction.computeIfAbsent(action, name -> new ArrayList<>()).add(compiled);
      }
    }
    return byAction;
  }

  private IndexableRule compile(int order, CheckedRule rule) {
    List<Expression> conjuncts = rule.condition().map(Conjunction::of).orElse(List.of());
    List<Requirement> required = requirements.of(rule.target());
    var duties = new DutyCompiler(rule, expressions);
    Node condition =
        Requirements.and(required, rule.condition().map(expressions::compile).orElse(ALWAYS));
    CompiledRule compiled =
        CompiledRule.of(
            order,
            rule.reference(),
            rule.effect(),
            target(rule.target()),
            required,
            duties.with(condition),
            rule.condition().map(structures::of),
            duties.values(),
            rule.fields(),
            duties.duties(),
            rule.because(),
            revision);
    return new IndexableRule(compiled, conjuncts, slots);
  }

  private Target target(CheckedTarget target) {
    Set<String> everyType = schema.subjects().keySet();
    Set<String> types = target.actorTypes().isEmpty() ? target.subjectTypes() : everyType;
    return new Target(
        types,
        types.containsAll(everyType),
        target.derivedRoles().isEmpty() ? target.roles() : Set.of(),
        target.scopes(),
        target.anyScopes(),
        roles,
        scopes);
  }

  private TenantGuard guard(String resourceTenant, Grants waysAcross) {
    return new TenantGuard(
        new ReadNode(slots.subjectTenant(), new EvaluationError("the subject has no tenant")),
        new ReadNode(
            slots.number(new AttributePath(Root.RESOURCE, resourceTenant)),
            new EvaluationError("the resource has no tenant")),
        new ReadNode(
            slots.number(new AttributePath(Root.SUBJECT, "roles")),
            new EvaluationError("the subject has no roles")),
        schema.subjects().values().stream()
            .filter(type -> type.tenantAttribute().isPresent())
            .map(SubjectType::name)
            .collect(Collectors.toSet()),
        waysAcross);
  }

  private SubjectSlot subjectSlot(String attribute) {
    return slots.ofSubject(new AttributePath(Root.SUBJECT, attribute));
  }
}
