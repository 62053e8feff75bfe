package dev.verdict.policy.evaluate;

import dev.verdict.policy.condition.EvaluationError;
import dev.verdict.policy.condition.Frame;
import dev.verdict.policy.decision.GrantTrace;
import dev.verdict.policy.tree.GrantTree;
import dev.verdict.policy.tree.Requirement;
import java.util.ArrayList;
import java.util.List;

/**
 * Says of the grants between two tenants why they did not let a request pass. What it says is in
 * the grant; of the request it tells nothing but what did not fit.
 */
final class GrantTracer {

  private final GrantProgram program;
  private final Frame frame;

  /**
   * @param frame of the request, in the layout of the program
   */
  GrantTracer(GrantProgram program, Frame frame) {
    this.program = program;
    this.frame = frame;
  }

  /**
   * The grants that lead from one of the tenants to the other, in their order.
   *
   * @param from the subject's tenant
   * @param to the resource's tenant
   */
  List<GrantTrace> trace(String from, String to) {
    var traces = new ArrayList<GrantTrace>();
    for (Grant grant : program.grants()) {
      if (leads(grant.tree(), from, to)) {
        traces.add(new GrantTrace(grant.id(), obstacles(grant.tree())));
      } else if (leads(grant.tree(), to, from)) {
        traces.add(new GrantTrace(grant.id(), List.of("it leads the other way")));
      }
    }
    return traces;
  }

  private static boolean leads(GrantTree grant, String start, String end) {
    return grant.subjectTenant().equals(start) && grant.resourceTenant().equals(end);
  }

  private List<String> obstacles(GrantTree grant) {
    var obstacles = new ArrayList<String>();
    for (Requirement requirement : grant.requirements()) {
      Object value = program.nodes().of(requirement.expression()).evaluate(frame);
      if (value == Boolean.FALSE) {
        obstacles.add(requirement.unmet());
      } else if (value instanceof EvaluationError error) {
        obstacles.add(requirement.subject() + ": " + error.message());
      }
    }
    return obstacles;
  }
}
