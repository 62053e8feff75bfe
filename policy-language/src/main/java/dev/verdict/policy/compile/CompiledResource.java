package dev.verdict.policy.compile;

import static java.util.Objects.requireNonNull;

import dev.verdict.policy.condition.Frame;
import dev.verdict.policy.condition.Node;
import dev.verdict.policy.data.Hierarchy;
import dev.verdict.policy.decision.Cacheability;
import dev.verdict.policy.decision.Effect;
import dev.verdict.policy.evaluate.ActionRules;
import dev.verdict.policy.evaluate.CompiledRule;
import dev.verdict.policy.evaluate.Duties;
import dev.verdict.policy.evaluate.ExpressionNodes;
import dev.verdict.policy.evaluate.HoldingPeriods;
import dev.verdict.policy.evaluate.Overlays;
import dev.verdict.policy.evaluate.ReasonTemplate;
import dev.verdict.policy.evaluate.ResourceProgram;
import dev.verdict.policy.evaluate.Target;
import dev.verdict.policy.evaluate.TenantGuard;
import dev.verdict.policy.evaluate.WriteGuard;
import dev.verdict.policy.expression.Expression;
import dev.verdict.policy.schema.ActionDeclaration;
import dev.verdict.policy.schema.ResourceType;
import dev.verdict.policy.tree.RuleTree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What concerns one resource type, compiled, and the same for all revisions: each makes a program
 * of its own of it, since prepared decisions name it. Immutable.
 *
 * @param base the rules that hold for every tenant, in the order of the repository
 * @param overlays by tenant, the rules that are added for its resources, in the same order
 * @param hierarchy what is stored of what lies in what
 */
record CompiledResource(
    ResourceType resource,
    Frame.Layout layout,
    Optional<TenantGuard> guard,
    int rolesSlot,
    List<Rule> base,
    Map<String, List<Rule>> overlays,
    Hierarchy hierarchy,
    ExpressionNodes nodes) {

  /** A rule without its prepared decision; see {@link CompiledRule}. */
  record Rule(
      int order,
      RuleTree tree,
      Target target,
      Node condition,
      long price,
      Duties duties,
      Optional<ReasonTemplate> because,
      Demands demands) {

    private IndexableRule at(String revision) {
      return new IndexableRule(
          CompiledRule.of(order, tree, target, condition, price, duties, because, revision),
          demands);
    }
  }

  /**
   * Indexes the rules.
   *
   * @param revision names the state of the repository
   */
  ResourceProgram program(String revision) {
    Map<String, List<IndexableRule>> byAction = byAction(base, revision);
    Map<String, ActionRules> actions =
        resource.actions().keySet().stream()
            .collect(
                Collectors.toMap(
                    Function.identity(),
                    action -> indexed(byAction.getOrDefault(action, List.of()), action)));
    return new ResourceProgram(
        resource.name(),
        layout,
        guard,
        rolesSlot,
        actions,
        resource.open(),
        merged(actions, revision),
        nodes);
  }

  private static Map<String, List<IndexableRule>> byAction(List<Rule> rules, String revision) {
    var byAction = new HashMap<String, List<IndexableRule>>();
    for (Rule rule : rules) {
      IndexableRule indexable = rule.at(revision);
      for (String action : rule.tree().actions()) {
        byAction.computeIfAbsent(action, name -> new ArrayList<>()).add(indexable);
      }
    }
    return byAction;
  }

  /** INVARIANT: the checker let only declared actions through. */
  private Overlays merged(Map<String, ActionRules> actions, String revision) {
    var merged = new HashMap<String, Map<String, ActionRules>>();
    overlays.forEach(
        (tenant, added) ->
            byAction(added, revision)
                .forEach(
                    (action, own) ->
                        merged
                            .computeIfAbsent(action, name -> new HashMap<>())
                            .put(
                                tenant,
                                requireNonNull(actions.get(action)).and(indexed(own, action)))));
    return new Overlays(merged);
  }

  private ActionRules indexed(List<IndexableRule> rules, String action) {
    HoldingPeriods periods = TimeReads.of(rules.stream().flatMap(CompiledResource::expressions));
    List<IndexableRule> prepared =
        periods.isNone() ? rules.stream().map(CompiledResource::heldNever).toList() : rules;
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
}
