package dev.verdict.policy.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verdict.policy.checked.CheckedPolicySet;
import dev.verdict.policy.compile.PolicyCompiler;
import dev.verdict.policy.decision.Decision;
import dev.verdict.policy.decision.ReasonCode;
import dev.verdict.policy.limit.Limits;
import dev.verdict.policy.request.AccessRequest;
import dev.verdict.policy.tree.PolicyLowering;
import java.util.EnumSet;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class EvaluatorAgainstReferenceTest {

  private static final int REQUESTS = 20;

  /** Says something of the generators and nothing of what decides. */
  private static final String OF_GENERATORS = "generators";

  /** An explanation costs many times what a decision does. */
  private static final int EXPLAINED = 5;

  @Test
  void theCompiledEvaluatorDecidesAsTheDefinitionSays() {
    var pairs = new GeneratedPairs("policy sets and requests");
    pairs.forEachSeed(
        seed -> {
          var random = new Random(seed);
          CheckedPolicySet policies = new RandomPolicies(random).next();
          var compiled =
              new Evaluator(
                  PolicyCompiler.compile(PolicyLowering.lower(policies), "r1", Limits.STANDARD));
          var reference = new ReferenceEvaluator(policies);
          var requests = new RandomRequests(random, false);
          for (int i = 0; i < GeneratedPairs.REQUESTS; i++) {
            AccessRequest request = requests.next();
            Decision decision = compiled.decide(request);
            assertThat(ReferenceEvaluator.Answer.of(decision)).isEqualTo(reference.decide(request));
            if (i % EXPLAINED == 0) {
              assertThat(compiled.explain(request).decision()).isEqualTo(decision);
            }
          }
        });
  }

  /** So that the property above compares more than one refusal with another. */
  @Test
  @Tag(OF_GENERATORS)
  @Tag("slow")
  void generatedRequestsReachEveryKindOfDecision() {
    Set<ReasonCode> reached = EnumSet.noneOf(ReasonCode.class);
    var random = new Random(1);
    for (int i = 0; i < 500; i++) {
      var evaluator =
          new Evaluator(
              PolicyCompiler.compile(
                  PolicyLowering.lower(new RandomPolicies(random).next()), "r1", Limits.STANDARD));
      var requests = new RandomRequests(random, false);
      for (int j = 0; j < REQUESTS; j++) {
        reached.add(evaluator.decide(requests.next()).reason().code());
      }
    }
    assertThat(reached)
        .containsExactlyInAnyOrder(
            ReasonCode.PERMITTED,
            ReasonCode.DENIED_BY_RULE,
            ReasonCode.NO_RULE_MATCHED,
            ReasonCode.RULE_ERROR,
            ReasonCode.NO_FIELDS_LEFT,
            ReasonCode.FIELDS_NOT_GRANTED,
            ReasonCode.TENANT_MISSING,
            ReasonCode.TENANT_MISMATCH,
            ReasonCode.NOT_ENTITLED,
            ReasonCode.UNKNOWN_ACTION,
            ReasonCode.UNKNOWN_RESOURCE_TYPE);
  }

  /** So that the property above is one of overlays and grants as well. */
  @Test
  @Tag(OF_GENERATORS)
  @Tag("slow")
  void generatedDecisionsComeFromOverlaysAndGrants() {
    var grants = new TreeSet<Integer>();
    var deciding = new TreeSet<String>();
    var random = new Random(2);
    for (int i = 0; i < 3_000; i++) {
      var evaluator =
          new Evaluator(
              PolicyCompiler.compile(
                  PolicyLowering.lower(new RandomPolicies(random).next()), "r1", Limits.STANDARD));
      var requests = new RandomRequests(random, false);
      for (int j = 0; j < REQUESTS; j++) {
        Decision decision = evaluator.decide(requests.next());
        grants.add(decision.grants().size());
        decision.reason().rule().ifPresent(rule -> deciding.add(rule.rule().split("-", 2)[0]));
      }
    }
    assertThat(grants).as("how many grants were taken").containsExactly(0, 1, 2);
    assertThat(deciding).containsExactlyInAnyOrder("rule", "acme", "globex");
  }
}
