package dev.verdict.policy.checked;

import dev.verdict.policy.expression.Expression;
import java.util.Set;

/**
 * A role that a subject has where a condition holds, for resources of one type. Rules on that type
 * share this object, so that it is evaluated at most once for a request.
 *
 * @param subjectTypes that can have it, at least one
 * @param roles the subject brings at least one of them along; empty: whatever it has
 * @param condition true, false or an error
 */
public record DerivedRole(
    String name, Set<String> subjectTypes, Set<String> roles, Expression condition) {

  public DerivedRole {
    subjectTypes = Set.copyOf(subjectTypes);
    roles = Set.copyOf(roles);
  }
}
