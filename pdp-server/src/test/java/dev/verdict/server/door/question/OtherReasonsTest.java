package dev.verdict.server.door.question;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verdict.policy.decision.Decision;
import dev.verdict.policy.decision.Reason;
import dev.verdict.policy.decision.ReasonCode;
import dev.verdict.server.decision.AnswerSize;
import java.util.Collections;
import org.junit.jupiter.api.Test;

class OtherReasonsTest {

  @Test
  void aDecisionTellsTwentyAtMost() {
    var reasons = new OtherReasons();

    assertThat(reasons.of(denied(0, 10))).isEmpty();
    assertThat(reasons.of(denied(20, 10))).hasSize(20);
    assertThat(reasons.of(denied(21, 10))).hasSize(20);
  }

  @Test
  void allDecisionsOfAnAnswerShareItsRoom() {
    var reasons = new OtherReasons();
    int third = AnswerSize.OTHER_REASONS / 3;

    assertThat(reasons.of(denied(2, third))).hasSize(1 + 1);
    assertThat(reasons.of(denied(2, third))).isEmpty();
    assertThat(new OtherReasons().of(denied(20, third))).hasSize(2);
  }

  private static Decision denied(int others, int length) {
    var reason = new Reason(ReasonCode.DENIED_BY_RULE, "x".repeat(length));
    return Decision.deny(reason, "r").withOtherReasons(Collections.nCopies(others, reason));
  }
}
