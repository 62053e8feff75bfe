package dev.verdict.benchmarks.ancestors;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verdict.policy.request.AccessRequest;
import dev.verdict.policy.snapshot.Snapshot;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** However rules are written and however many there are, the answers are those that are known. */
class GroupsWorkloadTest {

  @ParameterizedTest
  @EnumSource
  void halfOfTheQuestionsArePermitted(Asking asking) {
    for (int rules : new int[] {1, 10, 120}) {
      var workload = new GroupsWorkload(rules, asking);
      Snapshot snapshot = workload.load();
      List<AccessRequest> questions = workload.questions();
      for (int user = 0; user < questions.size(); user++) {
        assertThat(snapshot.decide(questions.get(user)).permitted())
            .as("user %d among %d rules", user, rules)
            .isEqualTo(GroupsWorkload.isPermitted(user));
      }
    }
  }
}
