package dev.verdict.policy.compile;

import dev.verdict.policy.evaluate.CompiledRule;
import dev.verdict.policy.evaluate.RuleIndex;
import dev.verdict.policy.evaluate.RuleLookup;
import dev.verdict.policy.evaluate.RuleScan;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;

/**
 * Chooses how rules of one effect are found: where several demand a value of the same attribute,
 * one look at the attribute finds those that it suits.
 *
 * <p>The attribute is chosen that saves most: the number of rules that depend on it, less the
 * largest group that one value leaves. What a value leaves, and what does not depend on the
 * attribute, is planned in the same way, over the other attributes.
 */
final class IndexPlanner {

  /** From so many rules on a look-up is cheaper than to ask each. */
  private static final int MIN_RULES = 3;

  private final Set<Integer> used = new HashSet<>();

  private IndexPlanner() {}

  /**
   * @param rules of one effect, in the order of the repository
   */
  static RuleIndex plan(List<IndexableRule> rules) {
    return new IndexPlanner().index(rules);
  }

  private RuleIndex index(List<IndexableRule> rules) {
    OptionalInt best = rules.size() < MIN_RULES ? OptionalInt.empty() : best(rules);
    if (best.isEmpty()) {
      return new RuleScan(compiled(rules));
    }
    int slot = best.getAsInt();
    used.add(slot);
    RuleIndex index = lookup(slot, rules);
    used.remove(slot);
    return index;
  }

  private RuleIndex lookup(int slot, List<IndexableRule> rules) {
    var groups = new HashMap<Object, List<IndexableRule>>();
    var dependent = new ArrayList<IndexableRule>();
    var others = new ArrayList<IndexableRule>();
    for (IndexableRule rule : rules) {
      Set<Object> values = rule.demands().values(slot);
      (values.isEmpty() ? others : dependent).add(rule);
      for (Object value : values) {
        groups.computeIfAbsent(value, key -> new ArrayList<>()).add(rule);
      }
    }
    var byValue = new HashMap<Object, RuleIndex>();
    groups.forEach((value, group) -> byValue.put(value, index(group)));
    List<IndexableRule> unguarded =
        dependent.stream().filter(rule -> !rule.demands().asksForPresence(slot)).toList();
    return new RuleLookup(slot, byValue, compiled(unguarded), compiled(dependent), index(others));
  }

  /** The slot that saves most, the lowest of equals; none where none saves anything. */
  private OptionalInt best(List<IndexableRule> rules) {
    var sizes = new TreeMap<Integer, Map<Object, Integer>>();
    for (IndexableRule rule : rules) {
      for (int slot : rule.demands().slots()) {
        if (!used.contains(slot)) {
          Map<Object, Integer> groups = sizes.computeIfAbsent(slot, key -> new HashMap<>());
          rule.demands().values(slot).forEach(value -> groups.merge(value, 1, Integer::sum));
        }
      }
    }
    OptionalInt best = OptionalInt.empty();
    int most = 0;
    for (Map.Entry<Integer, Map<Object, Integer>> entry : sizes.entrySet()) {
      int saved = saved(entry.getValue());
      if (saved > most) {
        best = OptionalInt.of(entry.getKey());
        most = saved;
      }
    }
    return best;
  }

  private static int saved(Map<Object, Integer> groups) {
    return groups.values().stream().mapToInt(Integer::intValue).sum()
        - Collections.max(groups.values());
  }

  private static List<CompiledRule> compiled(List<IndexableRule> rules) {
    return rules.stream().map(IndexableRule::rule).toList();
  }
}
