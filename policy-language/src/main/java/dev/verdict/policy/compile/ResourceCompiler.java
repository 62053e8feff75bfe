package dev.verdict.policy.compile;

import dev.verdict.policy.condition.AndNode;
import dev.verdict.policy.condition.ConstantNode;
import dev.verdict.policy.condition.Frame;
import dev.verdict.policy.condition.Node;
import dev.verdict.policy.data.Hierarchy;
import dev.verdict.policy.evaluate.ExpressionNodes;
import dev.verdict.policy.evaluate.GrantProgram;
import dev.verdict.policy.evaluate.Grants;
import dev.verdict.policy.evaluate.ReasonTemplate;
import dev.verdict.policy.evaluate.TenantGuard;
import dev.verdict.policy.expression.Expression;
import dev.verdict.policy.schema.ResourceType;
import dev.verdict.policy.tree.GuardTree;
import dev.verdict.policy.tree.PolicyTree;
import dev.verdict.policy.tree.Requirement.Kind;
import dev.verdict.policy.tree.RuleTree;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Compiles the rules on one resource type and what stands before them. */
final class ResourceCompiler {

  private static final Node ALWAYS = new ConstantNode(true);

  private final ResourceType resource;
  private final Optional<GuardTree> guard;
  private final GrantProgram grants;
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
   * @param budget how many steps one decision may take
   */
  ResourceCompiler(
      ResourceType resource,
      List<RuleTree> rules,
      Map<String, List<RuleTree>> overlays,
      GrantProgram grants,
      PolicyTree policies,
      SlotPool pool,
      int budget) {
    this.resource = resource;
    this.guard = policies.guard(resource.name());
    this.grants = grants;
    this.rules = rules;
    this.overlays = overlays;
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

  CompiledResource compile() {
    List<CompiledResource.Rule> base = compile(rules, 0);
    var added = new HashMap<String, List<CompiledResource.Rule>>();
    overlays.forEach((tenant, own) -> added.put(tenant, compile(own, rules.size())));
    Optional<TenantGuard> compiledGuard =
        guard.map(
            tree ->
                new TenantGuard(
                    expressions.compile(tree.contradicted()),
                    expressions.compile(tree.subjectTenant()),
                    expressions.compile(tree.resourceTenant()),
                    new Grants(resource.name(), grants)));
    return new CompiledResource(
        resource,
        new Frame.Layout(slots.slots(), expressions.variableCount(), budget),
        compiledGuard,
        targets.rolesSlot(),
        base,
        added,
        hierarchy,
        new ExpressionNodes(expressions.nodes()));
  }

  /**
   * @param first the order of the first of them
   */
  private List<CompiledResource.Rule> compile(List<RuleTree> trees, int first) {
    return IntStream.range(0, trees.size())
        .mapToObj(i -> compile(first + i, trees.get(i)))
        .toList();
  }

  private CompiledResource.Rule compile(int order, RuleTree rule) {
    List<Expression> conjuncts = rule.condition().map(Conjunction::of).orElse(List.of());
    Node condition = allOf(TargetCompiler.others(rule));
    compileForExplanations(rule);
    var duties = new DutyCompiler(rule, expressions);
    return new CompiledResource.Rule(
        order,
        rule,
        targets.target(rule),
        duties.with(condition),
        Prices.of(rule.whole()),
        duties.duties(),
        rule.computedBecause().map(this::template),
        Demands.of(conjuncts, slots));
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
