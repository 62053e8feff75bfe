package dev.verdict.policy.evaluate;

import dev.verdict.policy.condition.EvaluationError;
import dev.verdict.policy.condition.Frame;
import dev.verdict.policy.decision.ConditionTrace;
import dev.verdict.policy.decision.ConditionTrace.State;
import dev.verdict.policy.decision.RoleTrace;
import dev.verdict.policy.expression.Expression;
import dev.verdict.policy.tree.DerivedRoleTree;
import dev.verdict.policy.tree.Requirement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Says of the derived roles that one rule asks for why the subject has each, or has not. No derived
 * role asks for another one, so this goes one level down.
 */
final class RoleTracer {

  private final ExpressionNodes nodes;
  private final Frame frame;
  private final ConditionTracer conditions;

  /**
   * @param conditions of the same rule
   */
  RoleTracer(ExpressionNodes nodes, Frame frame, ConditionTracer conditions) {
    this.nodes = nodes;
    this.frame = frame;
    this.conditions = conditions;
  }

  /** One after the other, up to the first that the subject has. */
  List<RoleTrace> trace(Requirement requirement) {
    var traces = new ArrayList<RoleTrace>();
    boolean settled =
        requirement.broughtRoles().map(this::evaluate).filter(Boolean.TRUE::equals).isPresent();
    for (DerivedRoleTree role : requirement.derivedRoles()) {
      RoleTrace trace = settled ? notLookedAt(role) : trace(role);
      traces.add(trace);
      settled = settled || trace.state() == State.TRUE;
    }
    return traces;
  }

  private RoleTrace trace(DerivedRoleTree role) {
    for (Requirement requirement : role.requirements()) {
      if (evaluate(requirement.expression()) == Boolean.FALSE) {
        return trace(role, State.FALSE, Optional.of(requirement.unmet()), Optional.empty());
      }
    }
    ConditionTrace condition = conditions.trace(role.condition());
    for (Requirement requirement : role.requirements()) {
      if (condition.state() != State.FALSE
          && evaluate(requirement.expression()) instanceof EvaluationError error) {
        String detail = requirement.subject() + ": " + error.message();
        return trace(role, State.ERROR, Optional.of(detail), Optional.of(condition));
      }
    }
    return trace(role, condition.state(), Optional.empty(), Optional.of(condition));
  }

  private Object evaluate(Expression expression) {
    frame.charge(1);
    return nodes.of(expression).evaluate(frame);
  }

  private static RoleTrace notLookedAt(DerivedRoleTree role) {
    return trace(role, State.NOT_LOOKED_AT, Optional.empty(), Optional.empty());
  }

  private static RoleTrace trace(
      DerivedRoleTree role,
      State state,
      Optional<String> detail,
      Optional<ConditionTrace> condition) {
    return new RoleTrace(role.name(), state, detail, role.condition().fragment().span(), condition);
  }
}
