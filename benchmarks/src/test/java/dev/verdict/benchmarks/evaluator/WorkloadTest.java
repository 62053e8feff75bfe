package dev.verdict.benchmarks.evaluator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verdict.policy.decision.Decision;
import dev.verdict.policy.request.AccessRequest;
import dev.verdict.policy.snapshot.Snapshot;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class WorkloadTest {

  @ParameterizedTest
  @EnumSource
  void evaluatorAndHandWrittenRuleGiveTheSameDecisions(Spread spread) {
    var workload = new Workload(1_000, spread);
    Snapshot snapshot = workload.load();
    var byHand = new HandWrittenRule();

    List<AccessRequest> questions = workload.questions();

    assertThat(questions)
        .allSatisfy(
            question -> {
              Decision decision = snapshot.decide(question);
              Decision expected = byHand.decide(question);
              assertThat(decision.permitted()).isEqualTo(expected.permitted());
              assertThat(decision.obligations()).isEqualTo(expected.obligations());
              if (expected.permitted()) {
                assertThat(decision.reason().message()).isEqualTo(expected.reason().message());
              }
            });
  }

  @ParameterizedTest
  @EnumSource
  void halfOfTheQuestionsArePermitted(Spread spread) {
    var workload = new Workload(1_000, spread);
    Snapshot snapshot = workload.load();

    long permitted =
        workload.questions().stream()
            .filter(question -> snapshot.decide(question).permitted())
            .count();

    assertThat(permitted).isEqualTo(workload.questions().size() / 2);
  }
}
