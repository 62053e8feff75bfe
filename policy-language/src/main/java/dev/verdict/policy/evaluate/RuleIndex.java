package dev.verdict.policy.evaluate;

import dev.verdict.policy.condition.Frame;
import java.util.List;

/**
 * Rules of one effect, found by what a request holds. Immutable.
 *
 * <p>An index only leaves out rules that cannot match the request and cannot be in error for it. In
 * which order the others are asked does not matter: a {@link Tally} restores that of the
 * repository.
 */
public sealed interface RuleIndex permits AncestorLookup, RuleLookup, RuleScan, RuleUnion {

  /**
   * Asks the rules that may have a say.
   *
   * @param signature of who asks, see {@link ResourceProgram#signature}
   */
  void tally(long signature, Frame frame, Tally tally);

  /**
   * The most rules that a request of a subject with one role may have to ask, where every attribute
   * is as it should be.
   */
  List<CompiledRule> longestScan();
}
