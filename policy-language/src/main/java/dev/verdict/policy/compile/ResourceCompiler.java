package dev.verdict.policy.compile;

import static java.util.Objects.requireNonNull;

import dev.verdict.policy.condition.AndNode;
import dev.verdict.policy.condition.ConstantNode;
import dev.verdict.policy.condition.Frame;
import dev.verdict.policy.condition.Node;
import dev.verdict.policy.data.Hierarchy;
import dev.verdict.policy.decision.Cacheability;
import dev.verdict.policy.decision.Effect;
import dev.verdict.policy.evaluate.ActionRules;
import dev.verdict.policy.evaluate.CompiledRule;
import dev.verdict.policy.evaluate.ExpressionNodes;
import dev.verdict.policy.evaluate.GrantProgram;
import dev.verdict.policy.evaluate.Grants;
import dev.verdict.policy.evaluate.HoldingPeriods;
import dev.verdict.policy.evaluate.Overlays;
import dev.verdict.policy.evaluate.ReasonTemplate;
import dev.verdict.policy.evaluate.ResourceProgram;
import dev.verdict.policy.evaluate.TenantGuard;
import dev.verdict.policy.evaluate.WriteGuard;
import dev.verdict.policy.expression.Expression;
import dev.verdict.policy.schema.ActionDeclaration;
import dev.verdict.policy.schema.ResourceType;
import dev.verdict.policy.tree.GuardTree;
import dev.verdict.policy.tree.PolicyTree;
import dev.verdict.policy.tree.Requirement.Kind;
import dev.verdict.policy.tree.RuleTree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Compiles all that concerns one resource type. */
final class ResourceCompiler {

  private static final Node ALWAYS = new ConstantNode(true);

  private final ResourceType resource;
  private final Optional<GuardTree> guard;
  private final GrantProgram grants;
  private final String revision;
  private final int budget;
  private final List<RuleTree> rules;
  private final Map<String, List<RuleTree>> overlays;
  private final SlotTable slots;
  private final Hierarchy hierarchy;
  private final ExpressionCompiler expressions;
  private final TargetCompiler targets;

  /**
   * @param rules on this resource type that hold for every tenant, in the order of the repository
   * @param overlays by tenant, the rules that are added for its resources, in the same order
   * @param grants all there are, whatever their resource types
   * @param revision names the state of the repository
   * @param budget how many steps one decision may take
   */
  ResourceCompiler(
      ResourceType resource,
      List<RuleTree> rules,
      Map<String, List<RuleTree>> overlays,
      GrantProgram grants,
      PolicyTree policies,
      SlotPool pool,
      String revision,
      int budget) {
    this.resource = resource;
    this.guard = policies.guard(resource.name());
    this.grants = grants;
    this.rules = rules;
    this.overlays = overlays;
    this.revision = revision;
    this.budget = budget;
    this.slots = new SlotTable(resource, policies.schema(), pool);
    this.hierarchy = policies.data().hierarchy();
    this.expressions = new ExpressionCompiler(slots, hierarchy);
    this.targets =
        new TargetCompiler(
            Stream.concat(rules.stream(), overlays.values().stream().flatMap(List::stream))
                .toList(),
            policies.schema().subjects().keySet(),
            slots);
  }

  ResourceProgram compile() {
    Map<String, List<IndexableRule>> byAction = compileRules(rules, 0);
    Map<String, ActionRules> actions =
        resource.actions().keySet().stream()
            .collect(
                Collectors.toMap(
                    Function.identity(),
                    action -> indexed(byAction.getOrDefault(action, List.of()), action)));
    Overlays merged = compileOverlays(actions);
    var waysAcross = new Grants(resource.name(), grants);
    Optional<TenantGuard> compiledGuard =
        guard.map(
            tree ->
                new TenantGuard(
                    expressions.compile(tree.contradicted()),
                    expressions.compile(tree.subjectTenant()),
                    expressions.compile(tree.resourceTenant()),
                    waysAcross));
    return new ResourceProgram(
        resource.name(),
        new Frame.Layout(slots.slots(), expressions.variableCount(), budget),
        compiledGuard,
        targets.rolesSlot(),
        actions,
        resource.open(),
        merged,
        new ExpressionNodes(expressions.nodes()));
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
                            .put(
                                tenant,
                                requireNonNull(base.get(action)).and(indexed(own, action)))));
    return new Overlays(merged);
  }

  private ActionRules indexed(List<IndexableRule> rules, String action) {
    HoldingPeriods periods = TimeReads.of(rules.stream().flatMap(ResourceCompiler::expressions));
    List<IndexableRule> prepared =
        periods.isNone() ? rules.stream().map(ResourceCompiler::heldNever).toList() : rules;
    return ActionRules.of(
        prepared.stream().map(IndexableRule::rule).toList(),
        IndexPlanner.plan(with(Effect.DENY, prepared), hierarchy),
        IndexPlanner.plan(with(Effect.PERMIT, prepared), hierarchy),
        periods,
        writeGuard(action));
  }

  private Optional<WriteGuard> writeGuard(String action) {
    return Optional.ofNullable(resource.actions().get(action))
        .filter(ActionDeclaration::writes)
        .map(writing -> new WriteGuard(resource));
  }

  private static Stream<Expression> expressions(IndexableRule rule) {
    RuleTree tree = rule.rule().tree();
    return Stream.of(
            Stream.of(tree.whole()), tree.values().stream(), tree.computedBecause().stream())
        .flatMap(Function.identity());
  }

  /** With a prepared decision that says so, which then need not be copied for each request. */
  private static IndexableRule heldNever(IndexableRule rule) {
    return new IndexableRule(rule.rule().holding(Cacheability.NEVER), rule.demands());
  }

  private static List<IndexableRule> with(Effect effect, List<IndexableRule> rules) {
    return rules.stream().filter(rule -> rule.rule().effect() == effect).toList();
  }

  /**
   * @param first the order of the first of them
   */
  private Map<String, List<IndexableRule>> compileRules(List<RuleTree> trees, int first) {
    var byAction = new HashMap<String, List<IndexableRule>>();
    for (int i = 0; i < trees.size(); i++) {
      RuleTree rule = trees.get(i);
      IndexableRule compiled = compile(first + i, rule);
      for (String action : rule.actions()) {
        byAction.computeIfAbsent(action, name -> new ArrayList<>()).add(compiled);
      }
    }
    return byAction;
  }

  private IndexableRule compile(int order, RuleTree rule) {
    List<Expression> conjuncts = rule.condition().map(Conjunction::of).orElse(List.of());
    Node condition = allOf(TargetCompiler.others(rule));
    compileForExplanations(rule);
    var duties = new DutyCompiler(rule, expressions);
    CompiledRule compiled =
        CompiledRule.of(
            order,
            rule,
            targets.target(rule),
            duties.with(condition),
            Prices.of(rule.whole()),
            duties.duties(),
            rule.computedBecause().map(this::template),
            revision);
    return new IndexableRule(compiled, Demands.of(conjuncts, slots));
  }

  /** The conditions of derived roles by themselves: a role evaluates them as a part of it. */
  private void compileForExplanations(RuleTree rule) {
    rule.requirement(Kind.DERIVED_ROLES).stream()
        .flatMap(requirement -> requirement.derivedRoles().stream())
        .forEach(role -> expressions.compile(role.condition()));
  }

  private ReasonTemplate template(Expression because) {
    return new ReasonTemplate(expressions.compile(because), Prices.of(because));
  }

  private Node allOf(List<Expression> operands) {
    List<Node> nodes = operands.stream().map(expressions::compile).toList();
    return switch (nodes.size()) {
      case 0 -> ALWAYS;
      case 1 -> nodes.get(0);
      default -> new AndNode(nodes);
    };
  }
}
