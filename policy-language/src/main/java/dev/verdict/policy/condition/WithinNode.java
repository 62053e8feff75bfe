package dev.verdict.policy.condition;

import dev.verdict.policy.data.Hierarchy;
import dev.verdict.policy.schema.EntityReference;
import java.util.Collection;

/**
 * Whether one of some entities is one of some others, or lies in it over any number of steps. Two
 * single ones cost no step of the budget, since a reference brings only so much with it.
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
      return second instanceof EntityReference other
          ? (Object) hierarchy.isWithin(one, other)
          : isWithin(one, (Collection<?>) second, frame);
    }
    for (Object each : (Collection<?>) first) {
      Object value = within((EntityReference) each, second, frame);
      if (value != Boolean.FALSE) {
        return value;
      }
    }
    return false;
  }

  private Object within(EntityReference one, Object second, Frame frame) {
    if (second instanceof EntityReference other) {
      return frame.spendStep() ? (Object) hierarchy.isWithin(one, other) : Frame.BUDGET_SPENT;
    }
    return isWithin(one, (Collection<?>) second, frame);
  }

  private Object isWithin(EntityReference one, Collection<?> others, Frame frame) {
    for (Object other : others) {
      if (!frame.spendStep()) {
        return Frame.BUDGET_SPENT;
      }
      if (hierarchy.isWithin(one, (EntityReference) other)) {
        return true;
      }
    }
    return false;
  }
}
