package dev.verdict.policy.tree;

import dev.verdict.policy.expression.Expression;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One thing that a rule or a grant requires of a request, before the author's own condition.
 *
 * @param kind what is required
 * @param names that the kind speaks of: the types, roles, scopes, ids or actions
 * @param broughtRoles whether who asks brings along one of those among the names that do not hold
 *     by a condition; absent but for {@link Kind#DERIVED_ROLES}
 * @param derivedRoles those among the names that hold by a condition; empty but for {@link
 *     Kind#DERIVED_ROLES}
 * @param expression true, false or an error, like every condition
 * @param subject names it in the sentence that says that it is in error
 * @param unmet says what is the case where it is false
 */
public record Requirement(
    Kind kind,
    Set<String> names,
    Optional<Expression> broughtRoles,
    List<DerivedRoleTree> derivedRoles,
    Expression expression,
    String subject,
    String unmet) {

  /** What is required. */
  public enum Kind {
    /** Who asks is of one of some types. */
    SUBJECT_TYPES,
    /** Who asks has one of some ids. */
    SUBJECT_IDS,
    /** Who acts for the subject is of one of some types. */
    ACTOR_TYPES,
    /** There is a subject that is acted for, of one of some types. */
    ACTED_FOR_TYPES,
    /** Who asks brings one of some roles along. */
    ROLES,
    /**
     * Who asks brings one of some roles along or has one by its condition; {@code names} has both
     * kinds.
     */
    DERIVED_ROLES,
    /** Who asks has all of some scopes. */
    SCOPES,
    /** Who asks has one of some scopes. */
    ANY_SCOPE,
    /** The decision is made at a certain time; {@code names} is empty. */
    VALIDITY,
    /** The resource is of one of some types. */
    RESOURCE_TYPES,
    /** The action is one of some. */
    ACTIONS
  }

  /** Of any kind but {@link Kind#DERIVED_ROLES}. */
  Requirement(Kind kind, Set<String> names, Expression expression, String subject, String unmet) {
    this(kind, names, Optional.empty(), List.of(), expression, subject, unmet);
  }

  public Requirement {
    names = Set.copyOf(names);
    derivedRoles = List.copyOf(derivedRoles);
  }
}
