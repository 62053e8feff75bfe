package dev.verdict.policy.tree;

import dev.verdict.policy.expression.Expression;
import dev.verdict.policy.expression.Variable;
import java.util.List;

/**
 * A role that a subject has by a condition.
 *
 * @param variable all of the definition in one expression, which rules that name the role share
 * @param requirements what is required of the subject, before the author's own condition
 * @param condition what the author wrote in {@code when}
 */
public record DerivedRoleTree(
    Variable variable, List<Requirement> requirements, Expression condition) {

  public DerivedRoleTree {
    requirements = List.copyOf(requirements);
  }

  public String name() {
    return variable.name();
  }
}
