package dev.verdict.policy.compile;

import dev.verdict.policy.condition.AndNode;
import dev.verdict.policy.condition.Frame;
import dev.verdict.policy.condition.Node;
import dev.verdict.policy.evaluate.ExpressionNodes;
import dev.verdict.policy.evaluate.Grant;
import dev.verdict.policy.evaluate.GrantProgram;
import dev.verdict.policy.schema.ResourceType;
import dev.verdict.policy.tree.GrantTree;
import dev.verdict.policy.tree.PolicyTree;
import dev.verdict.policy.tree.Requirement;
import dev.verdict.policy.tree.Requirement.Kind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Compiles the cross-tenant grants, once for all resource types. */
final class GrantCompiler {

  /** Grants read nothing that a resource type declares. */
  private static final ResourceType ANY =
      new ResourceType("any", Map.of(), Optional.empty(), Map.of(), Optional.empty());

  private final SlotTable slots;
  private final ExpressionCompiler expressions;

  private GrantCompiler(PolicyTree policies, SlotPool pool) {
    this.slots = new SlotTable(ANY, policies.schema(), pool);
    this.expressions = new ExpressionCompiler(slots, policies.data().hierarchy());
  }

  /**
   * @param budget how many steps one decision may take
   */
  static GrantProgram compile(PolicyTree policies, SlotPool pool, int budget) {
    var compiler = new GrantCompiler(policies, pool);
    List<Grant> grants = policies.grants().stream().map(compiler::grant).toList();
    return new GrantProgram(
        new Frame.Layout(compiler.slots.slots(), compiler.expressions.variableCount(), budget),
        new ExpressionNodes(compiler.expressions.nodes()),
        grants);
  }

  private Grant grant(GrantTree tree) {
    tree.requirements().forEach(each -> expressions.compile(each.expression()));
    List<Node> others =
        tree.requirements().stream()
            .filter(requirement -> !isIndexed(requirement.kind()))
            .map(Requirement::expression)
            .map(expressions::compile)
            .toList();
    return new Grant(
        tree, new AndNode(others), Prices.of(tree.whole()), TimeReads.of(Stream.of(tree.whole())));
  }

  /** Whether grants are found by it, so that it holds of those that are found. */
  private static boolean isIndexed(Kind kind) {
    return switch (kind) {
      case RESOURCE_TYPES, ACTIONS -> true;
      case ACTED_FOR_TYPES,
          ACTOR_TYPES,
          ANY_SCOPE,
          DERIVED_ROLES,
          ROLES,
          SCOPES,
          SUBJECT_IDS,
          SUBJECT_TYPES,
          VALIDITY ->
          false;
    };
  }
}
