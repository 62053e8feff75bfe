package dev.verdict.policy.analyse;

import dev.verdict.policy.check.CheckedRule;
import dev.verdict.policy.decision.Effect;

/** Compares how far rules go. */
final class Breadth {

  private Breadth() {}

  /** Whether the target of the broader one fits wherever that of the narrower one does. */
  static boolean matchesWherever(CheckedRule broader, CheckedRule narrower) {
    return broader.resource().equals(narrower.resource())
        && broader.target().actions().containsAll(narrower.target().actions())
        && broader.target().covers(narrower.target());
  }

  /**
   * Whether a rule is without any consequence where another one always matches, in error too.
   *
   * @param before whether the other one comes before it: where not, its own reason may be given
   */
  static boolean leavesNothingTo(CheckedRule other, CheckedRule rule, boolean before) {
    boolean deniesAll = other.effect() == Effect.DENY && other.fields().isAll();
    if (deniesAll && rule.effect() == Effect.PERMIT) {
      return true;
    }
    if (other.effect() != rule.effect()) {
      return false;
    }
    boolean mayDenyInError = rule.effect() == Effect.DENY && !rule.isUnconditional();
    return other.fields().union(rule.fields()).equals(other.fields())
        && other.obligations().containsAll(rule.obligations())
        && other.advice().containsAll(rule.advice())
        && (deniesAll || !mayDenyInError)
        && (before || rule.because().isEmpty());
  }
}
