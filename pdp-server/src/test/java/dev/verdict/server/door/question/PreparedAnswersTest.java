package dev.verdict.server.door.question;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verdict.policy.decision.Decision;
import dev.verdict.policy.decision.FieldGrant;
import dev.verdict.policy.decision.Reason;
import dev.verdict.policy.decision.ReasonCode;
import dev.verdict.policy.decision.RuleReference;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class PreparedAnswersTest {

  private int written;
  private final PreparedAnswers answers =
      new PreparedAnswers(
          decision -> {
            written++;
            return form(decision);
          });

  @Test
  void aDecisionThatComesAgainIsWrittenTwiceAtMost() {
    Decision decision = decision(1, "revision");
    for (int i = 0; i < 100; i++) {
      assertThat(answers.of(decision)).isEqualTo(form(decision));
    }

    assertThat(written).isEqualTo(2);
  }

  @Test
  void anEqualDecisionThatIsAnotherOneIsWrittenAnew() {
    for (int i = 0; i < 100; i++) {
      answers.of(decision(1, "revision"));
    }

    assertThat(written).isEqualTo(100);
  }

  @Test
  void eachDecisionGetsItsOwnForm() {
    List<Decision> decisions =
        new ArrayList<>(IntStream.range(0, 6_000).mapToObj(i -> decision(i, "old")).toList());
    var random = new Random(1);
    for (int i = 0; i < 100_000; i++) {
      int index = random.nextInt(decisions.size());
      assertThat(answers.of(decisions.get(index))).isEqualTo(form(decisions.get(index)));
      if (i % 10 == 0) {
        decisions.set(index, decision(index, "revision " + i));
      }
    }
  }

  @Test
  void aLongFormIsNotKept() {
    Decision decision = decision(1, "r".repeat(2_000));
    for (int i = 0; i < 10; i++) {
      answers.of(decision);
    }

    assertThat(written).isEqualTo(10);
  }

  private static Decision decision(int rule, String revision) {
    var reference = new RuleReference("policy", "rule-" + rule % 50, "file.yaml", rule);
    return new Decision(
        true,
        new Reason(ReasonCode.PERMITTED, "rule " + rule, Optional.of(reference)),
        FieldGrant.ALL,
        List.of(),
        List.of(),
        revision);
  }

  private static byte[] form(Decision decision) {
    return (decision.reason().message() + decision.revision()).getBytes(StandardCharsets.UTF_8);
  }
}
