package dev.verdict.policy.difference;

import dev.verdict.policy.decision.Decision;
import dev.verdict.policy.decision.FieldGrant;
import dev.verdict.policy.decision.Obligation;
import dev.verdict.policy.decision.Reason;
import dev.verdict.policy.decision.ReasonCode;
import dev.verdict.policy.decision.RuleReference;
import dev.verdict.policy.source.Span;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A question of the authors' tests that the later state answers otherwise.
 *
 * @param test the name of the test that asks it
 * @param span where the test stands
 * @param isOfEarlierTests whether only the tests of the earlier state ask it
 */
public record ChangedAnswer(
    String test, Span span, boolean isOfEarlierTests, Decision before, Decision after) {

  /** What a caller does by: it need not look at anything else. */
  private record Effect(
      boolean permitted, FieldGrant fields, Set<Obligation> obligations, Set<Obligation> advice) {

    static Effect of(Decision decision) {
      return new Effect(
          decision.permitted(),
          decision.fields(),
          new HashSet<>(decision.obligations()),
          new HashSet<>(decision.advice()));
    }
  }

  /** What people are told of why. That other reasons come in another order tells them nothing. */
  private record Grounds(Ground first, Set<Ground> others, List<String> grants) {

    static Grounds of(Decision decision) {
      return new Grounds(
          Ground.of(decision.reason()),
          decision.otherReasons().stream().map(Ground::of).collect(Collectors.toSet()),
          decision.grants());
    }
  }

  /** A reason without the place of its rule: a rule that only moved is the same rule. */
  private record Ground(ReasonCode code, String message, Optional<String> rule) {

    static Ground of(Reason reason) {
      return new Ground(reason.code(), reason.message(), reason.rule().map(Ground::name));
    }

    private static String name(RuleReference rule) {
      return rule.policy() + "/" + rule.rule();
    }
  }

  /** Whether callers have to do something else: the decision, fields, obligations or advice. */
  public boolean isSeenByCallers() {
    return !Effect.of(before).equals(Effect.of(after));
  }

  /** Another effect, or the same for other reasons or by other grants. */
  static boolean differ(Decision before, Decision after) {
    return !Effect.of(before).equals(Effect.of(after))
        || !Grounds.of(before).equals(Grounds.of(after));
  }
}
