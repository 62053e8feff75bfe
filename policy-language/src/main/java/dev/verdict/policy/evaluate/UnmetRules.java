package dev.verdict.policy.evaluate;

import dev.verdict.policy.condition.Absent;
import dev.verdict.policy.condition.EvaluationError;
import dev.verdict.policy.condition.Frame;
import dev.verdict.policy.condition.NoValue;
import java.util.List;

/**
 * Rules that demand something of one attribute, for requests that have no value of it.
 *
 * <p>None of these rules can match then, but those whose condition is not false for another reason
 * are in error, and that must not be lost. Where the value is unknown, each of them may match.
 */
public final class UnmetRules {

  private final RuleScan unguarded;
  private final RuleScan all;

  /**
   * @param unguarded those that are not false of themselves where the attribute is absent, in the
   *     order of the repository
   * @param all of them, in the order of the repository
   */
  public UnmetRules(List<CompiledRule> unguarded, List<CompiledRule> all) {
    this.unguarded = new RuleScan(unguarded);
    this.all = new RuleScan(all);
  }

  /**
   * Asks the rules that may have a say where there is no value; false, and asks none, where there
   * is one.
   */
  boolean tally(Object value, long signature, Frame frame, Tally tally) {
    if (value instanceof NoValue) {
      if (value instanceof EvaluationError) {
        tallyErrors(frame, tally);
      } else {
        all.tally(signature, frame, tally);
      }
      return true;
    }
    if (value == Absent.ABSENT) {
      unguarded.tallyFirstError(frame, tally);
      return true;
    }
    return false;
  }

  /** The same where the attribute, or what is made of it, is an error. */
  void tallyErrors(Frame frame, Tally tally) {
    all.tallyFirstError(frame, tally);
  }
}
