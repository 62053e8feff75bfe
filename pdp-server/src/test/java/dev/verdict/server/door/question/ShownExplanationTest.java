package dev.verdict.server.door.question;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verdict.policy.decision.Decision;
import dev.verdict.policy.decision.Effect;
import dev.verdict.policy.decision.Explanation;
import dev.verdict.policy.decision.Match;
import dev.verdict.policy.decision.PassTrace;
import dev.verdict.policy.decision.Reason;
import dev.verdict.policy.decision.ReasonCode;
import dev.verdict.policy.decision.RuleReference;
import dev.verdict.policy.decision.RuleTrace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/** How much of an explanation is shown, and what of it first. */
class ShownExplanationTest {

  private static final Decision DENY =
      Decision.deny(new Reason(ReasonCode.NO_RULE_MATCHED, "no rule permits this"), "r1");

  @Test
  void rulesThatSaidSomethingComeBeforeOthersAndAllInTheirOrder() {
    var shown =
        shown(
            1_500,
            i ->
                trace(
                    i, i == 700 ? Match.MATCHED : i == 1_499 ? Match.ERROR : Match.NOT_MATCHED, 9));

    assertThat(shown.rules()).hasSize(ShownExplanation.MAX_RULES);
    assertThat(shown.leftOut()).isEqualTo(1_300);
    assertThat(shown.rules())
        .extracting(RuleTrace::line)
        .isSorted()
        .startsWith(0, 1)
        .endsWith(197, 700, 1_499);
  }

  @Test
  void longTextsLeaveRoomForFewer() {
    var shown = shown(100, i -> trace(i, Match.ERROR, 4_000));

    assertThat(shown.rules()).hasSizeBetween(14, 16);
    assertThat(shown.leftOut()).isEqualTo(100 - shown.rules().size());
  }

  @Test
  void oneThatIsTooLongDoesNotKeepOthersOut() {
    var shown = shown(3, i -> trace(i, Match.MATCHED, i == 1 ? 70_000 : 9));

    assertThat(shown.rules()).extracting(RuleTrace::line).containsExactly(0, 2);
    assertThat(shown.leftOut()).isEqualTo(1);
  }

  private static ShownExplanation shown(int count, IntFunction<RuleTrace> rule) {
    var rules = new ArrayList<RuleTrace>();
    for (int i = 0; i < count; i++) {
      rules.add(rule.apply(i));
    }
    return ShownExplanation.of(
        new Explanation(
            DENY,
            List.of(
                new PassTrace(
                    false, "user", "a", "", true, List.of(), List.of(), List.of(), rules, 0))));
  }

  private static RuleTrace trace(int number, Match match, int length) {
    var rule = new RuleReference("ledger", "rule-" + number, "ledger.policy.yaml", number);
    return new RuleTrace(
        rule,
        Effect.PERMIT,
        match,
        Optional.of("x".repeat(length)),
        rule.file(),
        number,
        Optional.empty());
  }
}
