package dev.verdict.policy.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verdict.policy.analyse.PolicyAnalysis;
import dev.verdict.policy.compile.PolicyCompiler;
import dev.verdict.policy.decision.Decision;
import dev.verdict.policy.diagnostic.Diagnostics;
import dev.verdict.policy.limit.Limits;
import dev.verdict.policy.request.AccessRequest;
import dev.verdict.policy.tree.PolicyLowering;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Every operator and function with every pair of operands, sensible or not: each is refused with a
 * finding, or can be analysed and explained and means what the reference says.
 */
@Tag("slow")
class OperandMatrixTest {

  private static final List<String> OPERANDS =
      List.of(
          "resource.owner",
          "resource.status",
          "resource.amount",
          "resource.tags",
          "resource.created",
          "resource.lifetime",
          "resource.hosts",
          "resource.networks",
          "resource.folder",
          "resource.shares",
          "resource.home",
          "resource.home.country",
          "resource.away",
          "resource.level",
          "(resource.level ?? 3)",
          "(resource.open ?? false)",
          "(resource.host ?? context.address)",
          "subject.active",
          "subject.teams",
          "subject.id",
          "subject",
          "isOwner",
          "context.now",
          "nothing",
          "true",
          "'a'",
          "''",
          "5",
          "2.5",
          "['a', 'draft']",
          "[3, 5]",
          "[true]",
          "[]",
          "timestamp('2026-03-01T12:00:00Z')",
          "duration('PT1H')",
          "ip('10.0.0.1')",
          "cidr('10.0.0.0/8')",
          "ref('folder', 'f1')",
          "ref('group', subject.id)",
          "[timestamp('2026-03-01T12:00:00Z')]",
          "[duration('PT1H')]",
          "[ip('10.0.0.1')]",
          "[cidr('10.0.0.0/8')]",
          "[ref('folder', 'f1'), ref('folder', 'f2')]",
          "[ref('folder', 'f1'), ref('group', 'g1')]",
          "[ref('folder', 'f1'), 'f2']",
          "[[1]]");

  private static final List<String> CONDITIONS_OF_ONE =
      List.of("%s", "!%s", "has(%s)", "empty(%s)", "any(%s, x, true)", "all(%s, x, x == x)");

  private static final List<String> VALUES_OF_ONE =
      List.of(
          "-%s",
          "size(%s)",
          "lower(%s)",
          "trim(%s)",
          "upper(%s)",
          "hour(%s, 'UTC')",
          "dayOfWeek(%s, 'UTC')",
          "timestamp(%s)",
          "[%s]");

  private static final List<String> CONDITIONS_OF_TWO =
      List.of(
          "%s == %s",
          "%s != %s",
          "%s < %s",
          "%s >= %s",
          "%s =~ %s",
          "%s !~ %s",
          "%s =^ %s",
          "%s =$ %s",
          "%s && %s",
          "%s || %s",
          "within(%s, %s)",
          "contains(%s, %s)",
          "containsAll(%s, %s)",
          "containsAny(%s, %s)",
          "inRange(%s, %s)",
          "matches(%s, %s)",
          "any(%s, x, x == %s)",
          "all(%s, x, x =~ %s)");

  private static final List<String> VALUES_OF_TWO =
      List.of("%s + %s", "%s - %s", "%s * %s", "%s ?? %s", "concat(%s, %s)", "true ? %s : %s");

  private static final int REQUESTS = 6;

  private final List<AccessRequest> requests =
      IntStream.range(0, REQUESTS)
          .mapToObj(
              i -> new RandomRequests(new Random(i), /* complete= */ i % 2 == 0).userRequest())
          .toList();

  private int accepted;
  private final List<String> failures = new ArrayList<>();

  @Test
  void everyOperandIsRefusedOrMeansWhatTheReferenceSays() {
    for (String operand : OPERANDS) {
      CONDITIONS_OF_ONE.forEach(form -> compare(form.formatted(operand)));
      VALUES_OF_ONE.forEach(form -> compareValue(form.formatted(operand)));
    }
    for (String left : OPERANDS) {
      for (String right : OPERANDS) {
        CONDITIONS_OF_TWO.forEach(form -> compare(form.formatted(left, right)));
        VALUES_OF_TWO.forEach(form -> compareValue(form.formatted(left, right)));
      }
    }

    assertThat(failures).isEmpty();
    assertThat(accepted).isGreaterThan(500);
  }

  private void compareValue(String value) {
    compare("(" + value + ") == (" + value + ")");
  }

  private void compare(String condition) {
    try {
      RandomPolicies.ofOneRuleIfAccepted(condition)
          .ifPresent(
              policies -> {
                accepted++;
                PolicyAnalysis.analyse(
                    PolicyLowering.lower(policies), Samples.NOTHING_DECLARED, new Diagnostics());
                var compiled =
                    new Evaluator(
                        PolicyCompiler.compile(
                            PolicyLowering.lower(policies), "r1", Limits.STANDARD));
                var reference = new ReferenceEvaluator(policies);
                for (AccessRequest request : requests) {
                  Decision decision = compiled.decide(request);
                  assertThat(decision.reason().code()).isEqualTo(reference.decide(request).code());
                  assertThat(compiled.explain(request).decision()).isEqualTo(decision);
                }
              });
    } catch (RuntimeException | AssertionError failed) {
      failures.add(condition + ": " + failed);
    }
  }
}
