package dev.verdict.policy.evaluate;

import dev.verdict.policy.condition.EvaluationError;
import dev.verdict.policy.condition.Frame;
import dev.verdict.policy.decision.ConditionTrace;
import dev.verdict.policy.decision.ConditionTrace.Kind;
import dev.verdict.policy.decision.ConditionTrace.State;
import dev.verdict.policy.expression.Expression;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Says of one rule's condition how each part came out, as far as it mattered. */
final class ConditionTracer {

  /** To show a part of a condition, in steps. */
  private static final int PART = 8;

  private final ExpressionNodes nodes;
  private final Frame frame;

  /** Shown already: variables may double each other, and one showing is enough. */
  private final Set<Expression> shown = Collections.newSetFromMap(new IdentityHashMap<>());

  ConditionTracer(ExpressionNodes nodes, Frame frame) {
    this.nodes = nodes;
    this.frame = frame;
  }

  ConditionTrace trace(Expression condition) {
    frame.charge(PART);
    Object value = nodes.of(condition).evaluate(frame);
    State state =
        value instanceof EvaluationError
            ? State.ERROR
            : value == Boolean.TRUE ? State.TRUE : State.FALSE;
    Optional<String> error =
        value instanceof EvaluationError problem
            ? Optional.of(problem.message())
            : Optional.empty();
    var shape = ConditionShape.of(condition);
    return trace(condition, shape.kind(), state, error, parts(shape));
  }

  private List<ConditionTrace> parts(ConditionShape shape) {
    return switch (shape.kind()) {
      case ALL -> until(State.FALSE, shape.parts());
      case ANY -> until(State.TRUE, shape.parts());
      case CHOICE -> choice(shape.parts());
      case VARIABLE -> shown.add(shape.parts().get(0)) ? all(shape.parts()) : List.of();
      case NOT, TEST -> all(shape.parts());
    };
  }

  /** One after the other, up to the one that settles the whole. */
  private List<ConditionTrace> until(State settling, List<Expression> parts) {
    var traces = new ArrayList<ConditionTrace>();
    boolean settled = false;
    for (Expression part : parts) {
      ConditionTrace trace = settled ? notLookedAt(part) : trace(part);
      traces.add(trace);
      settled = settled || trace.state() == settling;
    }
    return traces;
  }

  private List<ConditionTrace> choice(List<Expression> parts) {
    ConditionTrace test = trace(parts.get(0));
    return List.of(
        test,
        test.state() == State.TRUE ? trace(parts.get(1)) : notLookedAt(parts.get(1)),
        test.state() == State.FALSE ? trace(parts.get(2)) : notLookedAt(parts.get(2)));
  }

  private List<ConditionTrace> all(List<Expression> parts) {
    return parts.stream().map(this::trace).toList();
  }

  private static ConditionTrace notLookedAt(Expression part) {
    return trace(
        part, ConditionShape.of(part).kind(), State.NOT_LOOKED_AT, Optional.empty(), List.of());
  }

  private static ConditionTrace trace(
      Expression part, Kind kind, State state, Optional<String> error, List<ConditionTrace> parts) {
    return new ConditionTrace(
        kind, part.fragment().line(), part.fragment().span(), state, error, parts);
  }

  /** The first part, all the way down the conjunctions, that made the whole what it is. */
  static ConditionTrace culprit(ConditionTrace trace) {
    boolean inside = trace.kind() == Kind.ALL || trace.kind() == Kind.VARIABLE;
    return inside
        ? trace.parts().stream()
            .filter(part -> part.state() == trace.state())
            .findFirst()
            .map(ConditionTracer::culprit)
            .orElse(trace)
        : trace;
  }
}
