package dev.verdict.policy.compile;

import dev.verdict.policy.condition.NameIndex;
import dev.verdict.policy.evaluate.ResourceProgram;
import dev.verdict.policy.evaluate.Target;
import dev.verdict.policy.expression.AttributePath;
import dev.verdict.policy.expression.AttributePath.Root;
import dev.verdict.policy.expression.Expression;
import dev.verdict.policy.tree.Requirement;
import dev.verdict.policy.tree.Requirement.Kind;
import dev.verdict.policy.tree.RuleTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Compiles those requirements of rules on one resource type that nearly all rules have, or that
 * tell most rules apart: subject types, roles and scopes become sets that are compared bit by bit.
 */
final class TargetCompiler {

  private final Set<String> everySubjectType;
  private final NameIndex roles;
  private final NameIndex scopes;
  private final int rolesSlot;
  private final int scopesSlot;

  /**
   * @param rules all on the resource type
   * @param everySubjectType all that the schema declares
   */
  TargetCompiler(List<RuleTree> rules, Set<String> everySubjectType, SlotTable slots) {
    this.everySubjectType = everySubjectType;
    this.roles = index(rules, Kind.ROLES);
    this.scopes = index(rules, Kind.SCOPES, Kind.ANY_SCOPE);
    this.rolesSlot = slot("roles", roles, slots);
    this.scopesSlot = slot("scopes", scopes, slots);
  }

  private static NameIndex index(List<RuleTree> rules, Kind... kinds) {
    return new NameIndex(
        rules.stream()
            .flatMap(rule -> Stream.of(kinds).flatMap(kind -> rule.names(kind).stream()))
            .distinct()
            .toList());
  }

  private static int slot(String attribute, NameIndex index, SlotTable slots) {
    return index.isEmpty()
        ? ResourceProgram.NO_SLOT
        : slots.names(new AttributePath(Root.SUBJECT, attribute), index);
  }

  /** Where the subject's roles are, as bits. */
  int rolesSlot() {
    return rolesSlot;
  }

  /** What is compared bit by bit. */
  Target target(RuleTree rule) {
    Set<String> types =
        rule.requirement(Kind.SUBJECT_TYPES).map(Requirement::names).orElse(everySubjectType);
    return new Target(
        types,
        types.containsAll(everySubjectType),
        rolesSlot,
        scopesSlot,
        roles.bits(rule.names(Kind.ROLES)),
        scopes.bits(rule.names(Kind.SCOPES)),
        scopes.bits(rule.names(Kind.ANY_SCOPE)));
  }

  /** All that is required besides, in order, and the author's condition. */
  static List<Expression> others(RuleTree rule) {
    var others = new ArrayList<Expression>();
    for (Requirement requirement : rule.requirements()) {
      if (!isTarget(requirement.kind())) {
        others.add(requirement.expression());
      }
    }
    rule.condition().ifPresent(others::add);
    return others;
  }

  private static boolean isTarget(Kind kind) {
    return switch (kind) {
      case SUBJECT_TYPES, ROLES, SCOPES, ANY_SCOPE -> true;
      case ACTED_FOR_TYPES,
          ACTIONS,
          ACTOR_TYPES,
          DERIVED_ROLES,
          RESOURCE_TYPES,
          SUBJECT_IDS,
          VALIDITY ->
          false;
    };
  }
}
