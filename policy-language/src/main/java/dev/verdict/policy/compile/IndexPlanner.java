package dev.verdict.policy.compile;

import dev.verdict.policy.data.Hierarchy;
import dev.verdict.policy.evaluate.AncestorLookup;
import dev.verdict.policy.evaluate.CompiledRule;
import dev.verdict.policy.evaluate.RuleIndex;
import dev.verdict.policy.evaluate.RuleLookup;
import dev.verdict.policy.evaluate.RuleScan;
import dev.verdict.policy.evaluate.UnmetRules;
import dev.verdict.policy.schema.EntityReference;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Chooses how rules of one effect are found: where several demand a value of the same attribute, or
 * that it lies in something, one look at the attribute finds those that it suits.
 *
 * <p>The attribute is chosen that saves most: the number of rules that depend on it, less the
 * largest group that one value leaves. What a value leaves, and what does not depend on the
 * attribute, is planned in the same way, over the other attributes.
 */
final class IndexPlanner {

  /** From so many rules on a look-up is cheaper than to ask each. */
  private static final int MIN_RULES = 3;

  private final Hierarchy hierarchy;
  private final Set<IndexKey> used = new HashSet<>();

  private IndexPlanner(Hierarchy hierarchy) {
    this.hierarchy = hierarchy;
  }

  /**
   * @param rules of one effect, in the order of the repository
   * @param hierarchy what is stored of what lies in what
   */
  static RuleIndex plan(List<IndexableRule> rules, Hierarchy hierarchy) {
    return new IndexPlanner(hierarchy).index(rules);
  }

  private RuleIndex index(List<IndexableRule> rules) {
    Optional<IndexKey> best = rules.size() < MIN_RULES ? Optional.empty() : best(rules);
    if (best.isEmpty()) {
      return new RuleScan(compiled(rules));
    }
    IndexKey key = best.get();
    used.add(key);
    RuleIndex index = lookup(key, rules);
    used.remove(key);
    return index;
  }

  private RuleIndex lookup(IndexKey key, List<IndexableRule> rules) {
    var dependent = new ArrayList<IndexableRule>();
    var others = new ArrayList<IndexableRule>();
    for (IndexableRule rule : rules) {
      (rule.demands().values(key).isEmpty() ? others : dependent).add(rule);
    }
    RuleIndex rest = index(others);
    return key.byAncestors()
        ? new AncestorLookup(
            key.slot(),
            key.made(),
            byAncestors(key, dependent),
            unmet(key.slot(), dependent),
            rest,
            hierarchy)
        : new RuleLookup(key.slot(), byValue(key, dependent), unmet(key.slot(), dependent), rest);
  }

  private Map<Object, RuleIndex> byValue(IndexKey key, List<IndexableRule> rules) {
    var groups = new HashMap<Object, List<IndexableRule>>();
    for (IndexableRule rule : rules) {
      for (Object value : rule.demands().values(key)) {
        groups.computeIfAbsent(value, first -> new ArrayList<>()).add(rule);
      }
    }
    var byValue = new HashMap<Object, RuleIndex>();
    groups.forEach((value, group) -> byValue.put(value, index(group)));
    return byValue;
  }

  /** Each rule once, whatever it names: a request may lie in several of these at the same time. */
  private List<AncestorLookup.Group> byAncestors(IndexKey key, List<IndexableRule> rules) {
    var groups = new LinkedHashMap<Set<Object>, List<IndexableRule>>();
    for (IndexableRule rule : rules) {
      groups.computeIfAbsent(rule.demands().values(key), first -> new ArrayList<>()).add(rule);
    }
    var numbered = new ArrayList<AncestorLookup.Group>();
    groups.forEach(
        (outer, group) ->
            numbered.add(
                new AncestorLookup.Group(numbered.size(), references(outer), index(group))));
    return numbered;
  }

  private static Set<EntityReference> references(Set<Object> values) {
    return values.stream().map(EntityReference.class::cast).collect(Collectors.toSet());
  }

  private static UnmetRules unmet(int slot, List<IndexableRule> dependent) {
    List<IndexableRule> unguarded =
        dependent.stream().filter(rule -> !rule.demands().asksForPresence(slot)).toList();
    return new UnmetRules(compiled(unguarded), compiled(dependent));
  }

  /** The key that saves most, the first of equals; none where none saves anything. */
  private Optional<IndexKey> best(List<IndexableRule> rules) {
    var sizes = new TreeMap<IndexKey, Map<Object, Integer>>();
    for (IndexableRule rule : rules) {
      for (IndexKey key : rule.demands().keys()) {
        if (!used.contains(key)) {
          Map<Object, Integer> groups = sizes.computeIfAbsent(key, first -> new HashMap<>());
          rule.demands().values(key).forEach(value -> groups.merge(value, 1, Integer::sum));
        }
      }
    }
    Optional<IndexKey> best = Optional.empty();
    int most = 0;
    for (Map.Entry<IndexKey, Map<Object, Integer>> entry : sizes.entrySet()) {
      int saved = saved(entry.getValue());
      if (saved > most) {
        best = Optional.of(entry.getKey());
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
