package dev.verdict.policy.evaluate;

import dev.verdict.policy.condition.BudgetExceededException;
import dev.verdict.policy.condition.EvaluationError;
import dev.verdict.policy.condition.Frame;
import dev.verdict.policy.condition.NameIndex;
import java.util.List;
import java.util.stream.IntStream;

/** Asks one rule after the other, but for those whose roles the subject cannot have. */
public final class RuleScan implements RuleIndex {

  /** Rules that are passed over in one step. */
  private static final int PASSED_OVER = 4;

  private final CompiledRule[] rules;

  /** Of each rule's roles, side by side: most rules are passed over without being touched. */
  private final long[] signatures;

  public RuleScan(List<CompiledRule> rules) {
    this.rules = rules.toArray(CompiledRule[]::new);
    this.signatures = rules.stream().mapToLong(rule -> rule.target().signature()).toArray();
  }

  @Override
  public void tally(long signature, Frame frame, Tally tally) {
    int i = 0;
    try {
      frame.charge(signatures.length / PASSED_OVER);
      for (; i < signatures.length; i++) {
        if ((signatures[i] & signature) != 0) {
          tally.add(rules[i], rules[i].evaluate(frame));
        }
      }
    } catch (BudgetExceededException exceeded) {
      throw exceeded.in(rules[i].reference());
    }
  }

  /**
   * The same for rules of which none can match, so that the first error says all there is, and
   * unknown ones matter up to there: they may be in error.
   */
  void tallyFirstError(Frame frame, Tally tally) {
    int i = 0;
    try {
      for (; i < rules.length; i++) {
        Object value = rules[i].evaluate(frame);
        tally.add(rules[i], value);
        if (value instanceof EvaluationError) {
          return;
        }
      }
    } catch (BudgetExceededException exceeded) {
      throw exceeded.in(rules[i].reference());
    }
  }

  @Override
  public List<CompiledRule> longestScan() {
    long longest = NameIndex.ANYBODY;
    int most = -1;
    for (int bit = 0; bit < Long.SIZE; bit++) {
      long signature = NameIndex.ANYBODY | 1L << bit;
      int asked = count(signature);
      if (asked > most) {
        most = asked;
        longest = signature;
      }
    }
    return asked(longest);
  }

  private int count(long signature) {
    int asked = 0;
    for (long each : signatures) {
      asked += (each & signature) != 0 ? 1 : 0;
    }
    return asked;
  }

  private List<CompiledRule> asked(long signature) {
    return IntStream.range(0, rules.length)
        .filter(i -> (signatures[i] & signature) != 0)
        .mapToObj(i -> rules[i])
        .toList();
  }
}
