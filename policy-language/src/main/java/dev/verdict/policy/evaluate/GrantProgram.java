package dev.verdict.policy.evaluate;

import dev.verdict.policy.condition.Frame;
import java.util.List;

/**
 * All cross-tenant grants of a repository, compiled once for all resource types: they read nothing
 * of a resource but its type and tenant. Immutable.
 *
 * @param layout of the frames that grants are evaluated with
 * @param nodes what evaluates each requirement
 * @param grants in the order of the repository
 */
public record GrantProgram(Frame.Layout layout, ExpressionNodes nodes, List<Grant> grants) {

  public GrantProgram {
    grants = List.copyOf(grants);
  }
}
