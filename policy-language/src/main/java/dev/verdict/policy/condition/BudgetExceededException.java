package dev.verdict.policy.condition;

import dev.verdict.policy.decision.RuleReference;
import java.util.Optional;

/**
 * Ends a decision whose work costs more than its budget. No value stands for that: {@code false &&}
 * would hide it, and a permit beside it would count. So this goes past all nodes and rules to the
 * one place that makes a decision of it. Has no stack trace; nothing of it reaches a caller.
 */
@SuppressWarnings("serial") // never written anywhere
public final class BudgetExceededException extends RuntimeException {

  private final transient Frame frame;
  private final transient Optional<RuleReference> rule;

  private BudgetExceededException(Frame frame, Optional<RuleReference> rule) {
    super("the decision takes more steps than it may", null, false, false);
    this.frame = frame;
    this.rule = rule;
  }

  BudgetExceededException(Frame frame) {
    this(frame, Optional.empty());
  }

  /** The same, known to come of a rule. */
  public BudgetExceededException in(RuleReference culprit) {
    return new BudgetExceededException(frame, Optional.of(culprit));
  }

  /** The rule whose evaluation it came of; absent where it was before any rule. */
  public Optional<RuleReference> rule() {
    return rule;
  }

  /** How many steps it would have taken up to there. */
  public long taken() {
    return frame.taken();
  }

  /** Everything that is unknown: with more known, the decision may take fewer steps. */
  public Optional<Unknown> unknown() {
    return frame.unknown();
  }
}
