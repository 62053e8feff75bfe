package dev.verdict.policy.compile;

import dev.verdict.policy.evaluate.CompiledRule;
import dev.verdict.policy.expression.Expression;
import dev.verdict.policy.expression.Expression.Constant;
import dev.verdict.policy.expression.Expression.Read;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A rule and what its condition demands of single attributes.
 *
 * <p>A part of a condition that has to hold, like {@code resource.status == 'draft'} or {@code
 * resource.status =~ ['draft', 'sent']}, is false for every other value, and then so is the whole,
 * whatever becomes of its other parts.
 */
final class IndexableRule {

  /** Stands for no slot. */
  static final int NO_SLOT = -1;

  private final CompiledRule rule;
  private final Map<Integer, Set<Object>> demanded = new HashMap<>();
  private final Set<Integer> falseWithout = new HashSet<>();

  /**
   * @param conjuncts the parts of its condition that all have to hold
   */
  IndexableRule(CompiledRule rule, List<Expression> conjuncts, SlotTable slots) {
    this.rule = rule;
    for (Expression conjunct : conjuncts) {
      if (conjunct instanceof Expression.Has has && has.operand() instanceof Read read) {
        falseWithout.add(slots.number(read.path()));
      } else if (conjunct instanceof Expression.Equal equal) {
        demandEqual(equal, slots);
      } else if (conjunct instanceof Expression.Contains contains
          && contains.collection() instanceof Constant constant
          && contains.element() instanceof Read read) {
        demand(slots.number(read.path()), (Set<?>) constant.value());
      }
    }
  }

  private void demandEqual(Expression.Equal equal, SlotTable slots) {
    if (equal.left() instanceof Read read && equal.right() instanceof Constant constant) {
      demand(slots.number(read.path()), Set.of(constant.value()));
    } else if (equal.right() instanceof Read read && equal.left() instanceof Constant constant) {
      demand(slots.number(read.path()), Set.of(constant.value()));
    }
  }

  /** Only kinds of values that are equal exactly where the condition language says so. */
  private void demand(int slot, Set<?> values) {
    boolean isPlain =
        values.stream().allMatch(value -> value instanceof String || value instanceof Long);
    if (isPlain && !values.isEmpty()) {
      demanded.putIfAbsent(slot, Set.copyOf(values));
    }
  }

  CompiledRule rule() {
    return rule;
  }

  /** The slots of which the condition demands a value. */
  Set<Integer> slots() {
    return demanded.keySet();
  }

  /** The values without which the condition is false; empty where it demands none. */
  Set<Object> values(int slot) {
    return demanded.getOrDefault(slot, Set.of());
  }

  /** Whether the condition asks for the attribute's presence, so that its absence is no error. */
  boolean isFalseWithout(int slot) {
    return falseWithout.contains(slot);
  }
}
