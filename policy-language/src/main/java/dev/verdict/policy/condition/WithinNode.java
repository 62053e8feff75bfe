package dev.verdict.policy.condition;

import dev.verdict.policy.data.Hierarchy;
import dev.verdict.policy.schema.EntityReference;
import dev.verdict.policy.work.Steps;
import java.util.Collection;

/**
 * Whether one of some entities is one of some others, or lies in it over any number of steps. Each
 * pair costs as much as a look at each entity that the inner one says it lies in.
 */
public final class WithinNode extends Node {

  private final Node inner;
  private final Node outer;
  private final Hierarchy hierarchy;

  public WithinNode(Node inner, Node outer, Hierarchy hierarchy) {
    this.inner = inner;
    this.outer = outer;
    this.hierarchy = hierarchy;
  }

  @Override
  public Object evaluate(Frame frame) {
    Object first = inner.evaluate(frame);
    if (first instanceof NoValue none) {
      return none.beside(outer, frame);
    }
    Object second = outer.evaluate(frame);
    if (second instanceof NoValue) {
      return second;
    }
    if (first instanceof EntityReference one) {
      return within(one, second, frame);
    }
    for (Object each : (Collection<?>) first) {
      if (within((EntityReference) each, second, frame)) {
        return true;
      }
    }
    return false;
  }

  private boolean within(EntityReference one, Object second, Frame frame) {
    return second instanceof EntityReference other
        ? isWithin(one, other, frame)
        : isWithin(one, (Collection<?>) second, frame);
  }

  private boolean isWithin(EntityReference one, Collection<?> others, Frame frame) {
    for (Object other : others) {
      if (isWithin(one, (EntityReference) other, frame)) {
        return true;
      }
    }
    return false;
  }

  private boolean isWithin(EntityReference one, EntityReference other, Frame frame) {
    frame.charge(Steps.VALUE * (1L + one.asserted().size()));
    return hierarchy.isWithin(one, other);
  }
}
