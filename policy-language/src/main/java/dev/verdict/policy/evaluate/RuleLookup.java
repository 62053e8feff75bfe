package dev.verdict.policy.evaluate;

import dev.verdict.policy.condition.Frame;
import dev.verdict.policy.work.Steps;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Rules that hold only for some values of one attribute, found by its value. */
public final class RuleLookup implements RuleIndex {

  private final int slot;
  private final Map<Object, RuleIndex> byValue;
  private final UnmetRules unmet;
  private final RuleIndex others;

  /**
   * @param slot of the attribute
   * @param byValue the rules that hold only for that value
   * @param unmet the same rules, for requests without a value
   * @param others the rules that do not depend on the attribute in this way
   */
  public RuleLookup(int slot, Map<Object, RuleIndex> byValue, UnmetRules unmet, RuleIndex others) {
    this.slot = slot;
    this.byValue = new HashMap<>(byValue);
    this.unmet = unmet;
    this.others = others;
  }

  @Override
  public void tally(long signature, Frame frame, Tally tally) {
    Object value = frame.attribute(slot);
    if (!unmet.tally(value, signature, frame, tally)) {
      frame.charge(Steps.found(value));
      RuleIndex found = byValue.get(value);
      if (found != null) {
        found.tally(signature, frame, tally);
      }
    }
    others.tally(signature, frame, tally);
  }

  @Override
  public List<CompiledRule> longestScan() {
    return byValue.values().stream()
        .map(RuleIndex::longestScan)
        .max(Comparator.comparingInt(List::size))
        .map(longest -> Stream.concat(longest.stream(), others.longestScan().stream()).toList())
        .orElseGet(others::longestScan);
  }
}
