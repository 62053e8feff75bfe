package dev.verdict.policy.evaluate;

import dev.verdict.policy.condition.Absent;
import dev.verdict.policy.condition.EvaluationError;
import dev.verdict.policy.condition.Frame;
import dev.verdict.policy.condition.Unknown;
import dev.verdict.policy.work.Steps;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Rules that hold only for some values of one attribute, found by its value.
 *
 * <p>Where the attribute has no value, none of these rules can match, but those whose condition is
 * not false for another reason are in error, and that must not be lost. Where the value is unknown,
 * each of them may match.
 */
public final class RuleLookup implements RuleIndex {

  private final int slot;
  private final Map<Object, RuleIndex> byValue;
  private final RuleScan unguarded;
  private final RuleScan all;
  private final RuleIndex others;

  /**
   * @param slot of the attribute
   * @param byValue the rules that hold only for that value
   * @param unguarded those of them that are not false of themselves where the attribute is absent,
   *     in the order of the repository
   * @param all of them, in the order of the repository
   * @param others the rules that do not depend on the attribute in this way
   */
  public RuleLookup(
      int slot,
      Map<Object, RuleIndex> byValue,
      List<CompiledRule> unguarded,
      List<CompiledRule> all,
      RuleIndex others) {
    this.slot = slot;
    this.byValue = new HashMap<>(byValue);
    this.unguarded = new RuleScan(unguarded);
    this.all = new RuleScan(all);
    this.others = others;
  }

  @Override
  public void tally(long signature, Frame frame, Tally tally) {
    Object value = frame.attribute(slot);
    if (value == Absent.ABSENT) {
      unguarded.tallyFirstError(frame, tally);
    } else if (value instanceof EvaluationError) {
      all.tallyFirstError(frame, tally);
    } else if (value instanceof Unknown) {
      all.tally(signature, frame, tally);
    } else {
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
