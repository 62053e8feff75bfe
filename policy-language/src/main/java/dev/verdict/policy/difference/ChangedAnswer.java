package dev.verdict.policy.difference;

import dev.verdict.policy.decision.Decision;
import dev.verdict.policy.decision.RuleReference;
import dev.verdict.policy.source.Span;
import java.util.Optional;

/**
 * A question of the authors' tests that the later state answers otherwise.
 *
 * @param test the name of the test that asks it
 * @param span where the test stands
 * @param isOfEarlierTests whether only the tests of the earlier state ask it
 */
public record ChangedAnswer(
    String test, Span span, boolean isOfEarlierTests, Decision before, Decision after) {

  /** Whether callers are told something else: the decision, fields, obligations or advice. */
  public boolean isSeenByCallers() {
    return before.permitted() != after.permitted()
        || !before.fields().equals(after.fields())
        || !before.obligations().equals(after.obligations())
        || !before.advice().equals(after.advice());
  }

  /** The same, or another rule decides, or a rule for another reason. */
  static boolean differ(Decision before, Decision after) {
    return before.permitted() != after.permitted()
        || !before.fields().equals(after.fields())
        || !before.obligations().equals(after.obligations())
        || !before.advice().equals(after.advice())
        || before.reason().code() != after.reason().code()
        || !before.reason().message().equals(after.reason().message())
        || !rule(before).equals(rule(after));
  }

  /** Without its line: a rule that only moved is the same rule. */
  private static Optional<String> rule(Decision decision) {
    return decision.reason().rule().map(ChangedAnswer::name);
  }

  private static String name(RuleReference rule) {
    return rule.policy() + "/" + rule.rule();
  }
}
