package dev.verdict.policy.analyse;

import dev.verdict.policy.decision.Effect;
import dev.verdict.policy.expression.Expression;
import dev.verdict.policy.tree.Requirement;
import dev.verdict.policy.tree.Requirement.Kind;
import dev.verdict.policy.tree.RuleTree;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Compares how far rules go. */
final class Breadth {

  private static final Set<Kind> BROUGHT =
      EnumSet.of(Kind.ROLES, Kind.DERIVED_ROLES, Kind.SCOPES, Kind.ANY_SCOPE);

  private Breadth() {}

  /** Whether the target of the broader one fits wherever that of the narrower one does. */
  static boolean matchesWherever(RuleTree broader, RuleTree narrower) {
    return broader.resource().equals(narrower.resource())
        && broader.actions().containsAll(narrower.actions())
        && broader.requirements().stream().allMatch(each -> isImplied(each, narrower));
  }

  /** Whether a requirement is met wherever a rule matches. */
  private static boolean isImplied(Requirement requirement, RuleTree rule) {
    return switch (requirement.kind()) {
      case SUBJECT_TYPES, ACTOR_TYPES, ACTED_FOR_TYPES, SUBJECT_IDS, RESOURCE_TYPES, ACTIONS ->
          isAmong(rule.names(requirement.kind()), requirement.names());
      case ROLES, DERIVED_ROLES -> isAmong(roles(rule), requirement.names());
      case SCOPES -> rule.names(Kind.SCOPES).containsAll(requirement.names());
      case ANY_SCOPE ->
          !Collections.disjoint(rule.names(Kind.SCOPES), requirement.names())
              || isAmong(rule.names(Kind.ANY_SCOPE), requirement.names());
      case VALIDITY -> isImplied(requirement.expression(), rule.requirement(Kind.VALIDITY));
    };
  }

  /** Whether names are required, and all that meet that requirement meet the wider one. */
  private static boolean isAmong(Set<String> required, Set<String> wider) {
    return !required.isEmpty() && wider.containsAll(required);
  }

  private static Set<String> roles(RuleTree rule) {
    Set<String> derived = rule.names(Kind.DERIVED_ROLES);
    return derived.isEmpty() ? rule.names(Kind.ROLES) : derived;
  }

  private static boolean isImplied(Expression condition, Optional<Requirement> given) {
    var contradiction = new ArrayList<Expression>();
    given.map(Requirement::expression).ifPresent(contradiction::add);
    contradiction.add(new Expression.Not(condition, condition.fragment()));
    return !Satisfiability.canBe(true, contradiction, Map.of());
  }

  /**
   * Whether a rule is without any consequence where another one always matches, in error too.
   *
   * @param before whether the other one comes before it: where not, its own reason may be given
   */
  static boolean leavesNothingTo(RuleTree other, RuleTree rule, boolean before) {
    boolean deniesAll = other.effect() == Effect.DENY && other.fields().isAll();
    if (deniesAll && rule.effect() == Effect.PERMIT) {
      return true;
    }
    if (other.effect() != rule.effect()) {
      return false;
    }
    boolean mayDenyInError = rule.effect() == Effect.DENY && mayBeInError(rule);
    return other.fields().union(rule.fields()).equals(other.fields())
        && other.obligations().containsAll(rule.obligations())
        && other.advice().containsAll(rule.advice())
        && (deniesAll || !mayDenyInError)
        && (before || rule.because().isEmpty());
  }

  /** Roles and scopes of a wrong type are an error of the rules that ask for some. */
  private static boolean mayBeInError(RuleTree rule) {
    return !rule.isUnconditional()
        || rule.requirements().stream().anyMatch(each -> BROUGHT.contains(each.kind()));
  }
}
