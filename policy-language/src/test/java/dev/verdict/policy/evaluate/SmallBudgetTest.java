package dev.verdict.policy.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verdict.policy.compile.PolicyCompiler;
import dev.verdict.policy.decision.Decision;
import dev.verdict.policy.decision.PartialDecision;
import dev.verdict.policy.decision.ReasonCode;
import dev.verdict.policy.limit.Limit;
import dev.verdict.policy.limit.Limits;
import dev.verdict.policy.request.AccessRequest;
import dev.verdict.policy.request.Knowledge;
import dev.verdict.policy.tree.PolicyLowering;
import dev.verdict.policy.tree.PolicyTree;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Whatever the budget, a decision is the one of an endless budget or is closed as a whole: never
 * another permit, another reason or another obligation.
 */
class SmallBudgetTest {

  private static final int MOST = 120;

  private static final int SEEDS = 150;
  private static final int REQUESTS = 20;

  /** An explanation costs many times what a decision does. */
  private static final int EXPLAINED = 5;

  @Test
  void aDecisionIsTheOneOfAnEndlessBudgetOrIsClosed() {
    int closed = 0;
    int same = 0;
    for (long seed = 0; seed < SEEDS; seed++) {
      var random = new Random(seed);
      PolicyTree policies = PolicyLowering.lower(new RandomPolicies(random).next());
      int budget = 1 + random.nextInt(MOST);
      Evaluator small = evaluator(policies, Limits.STANDARD.with(Limit.BUDGET, budget));
      Evaluator endless = evaluator(policies, Limits.STANDARD);
      var requests = new RandomRequests(random, false);
      for (int i = 0; i < REQUESTS; i++) {
        AccessRequest request = requests.next();
        Decision decision = small.decide(request);
        if (decision.reason().code() == ReasonCode.BUDGET_EXCEEDED) {
          closed++;
          assertThat(decision.permitted()).isFalse();
          assertThat(decision.obligations()).isEmpty();
          assertThat(endless.steps(request)).isGreaterThan(budget);
        } else {
          same++;
          assertThat(decision).isEqualTo(endless.decide(request));
          assertThat(endless.steps(request)).isLessThanOrEqualTo(budget);
        }
        assertThat(small.decide(request, Knowledge.COMPLETE))
            .isEqualTo(new PartialDecision.Decided(decision));
        if (i % EXPLAINED == 0) {
          assertThat(small.explain(request).decision()).isEqualTo(decision);
        }
      }
    }
    assertThat(closed).isGreaterThan(300);
    assertThat(same).isGreaterThan(300);
  }

  private static Evaluator evaluator(PolicyTree policies, Limits limits) {
    return new Evaluator(PolicyCompiler.compile(policies, "r1", limits));
  }
}
