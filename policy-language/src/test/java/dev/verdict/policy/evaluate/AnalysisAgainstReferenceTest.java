package dev.verdict.policy.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verdict.policy.analyse.PolicyAnalysis;
import dev.verdict.policy.check.CheckedPolicySets;
import dev.verdict.policy.checked.CheckedPolicySet;
import dev.verdict.policy.checked.CheckedRule;
import dev.verdict.policy.diagnostic.Diagnostic;
import dev.verdict.policy.diagnostic.DiagnosticCode;
import dev.verdict.policy.diagnostic.Diagnostics;
import dev.verdict.policy.expression.Expression;
import dev.verdict.policy.request.AccessRequest;
import dev.verdict.policy.source.Span;
import dev.verdict.policy.tree.PolicyLowering;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;
import org.junit.jupiter.api.Test;

/** What the analysis says of a rule has to be so for every request. */
@Tag("slow")
class AnalysisAgainstReferenceTest {

  private static final int REQUESTS = 20;

  /** Policies with requests, and what was found in the policies. */
  private record Sample(
      CheckedPolicySet policies, List<Diagnostic> findings, List<AccessRequest> requests) {

    static Sample of(long seed) {
      var random = new Random(seed);
      CheckedPolicySet policies = new RandomPolicies(random).next();
      var diagnostics = new Diagnostics();
      PolicyAnalysis.analyse(PolicyLowering.lower(policies), Samples.NOTHING_DECLARED, diagnostics);
      var requests = new RandomRequests(random, false);
      return new Sample(
          policies, diagnostics.sorted(), Stream.generate(requests::next).limit(REQUESTS).toList());
    }

    /** The rules of which something is said; each stands on lines of its own. */
    List<CheckedRule> rules(DiagnosticCode code) {
      List<Integer> lines =
          findings.stream()
              .filter(finding -> finding.code() == code && !isAboutAPart(finding))
              .map(finding -> finding.span().line())
              .toList();
      return Stream.concat(
              policies.rules().stream(),
              policies.overlays().values().stream().flatMap(List::stream))
          .filter(
              rule ->
                  lines.contains(rule.span().line())
                      || rule.condition()
                          .filter(found -> lines.contains(found.fragment().span().line()))
                          .isPresent())
          .toList();
    }

    /** What a part of a condition comes to, where something is said of that part. */
    Stream<Object> partValues(DiagnosticCode code) {
      Set<Span> places =
          findings.stream()
              .filter(finding -> finding.code() == code && isAboutAPart(finding))
              .map(Diagnostic::span)
              .collect(Collectors.toSet());
      return policies.rules().stream()
          .filter(rule -> rule.condition().isPresent())
          .flatMap(
              rule -> partsAt(places, rule.condition().get()).flatMap(part -> values(rule, part)));
    }

    /** The outermost ones: {@code a != b} is read as the opposite of an equality at its place. */
    private static Stream<Expression> partsAt(Set<Span> places, Expression expression) {
      if (places.contains(expression.fragment().span())) {
        return Stream.of(expression);
      }
      return expression instanceof Expression.Quantified
          ? Stream.empty() // its operands only have values for an element of a list
          : expression.operands().stream().flatMap(operand -> partsAt(places, operand));
    }

    private static boolean isAboutAPart(Diagnostic finding) {
      return finding.message().contains("says nothing");
    }

    Stream<Object> values(CheckedRule rule) {
      return values(rule, rule.condition().orElseThrow());
    }

    private Stream<Object> values(CheckedRule rule, Expression expression) {
      return requests.stream()
          .filter(
              request -> ReferenceActions.covers(rule.target().actions(), request.action().name()))
          .filter(request -> rule.target().subjectTypes().contains(request.subject().type()))
          .filter(request -> rule.resource().equals(request.resource().type()))
          .map(request -> new ReferenceExpressions(policies, request).evaluate(expression));
    }
  }

  @Property(tries = 500, shrinking = ShrinkingMode.OFF)
  void aConditionThatIsNeverTrueIsNeverTrue(@ForAll long seed) {
    Sample sample = Sample.of(seed);
    for (CheckedRule rule : sample.rules(DiagnosticCode.NEVER_MATCHES)) {
      assertThat(sample.values(rule)).doesNotContain(true);
    }
  }

  @Property(tries = 500, shrinking = ShrinkingMode.OFF)
  void aConditionThatIsAlwaysTrueIsNeverFalse(@ForAll long seed) {
    Sample sample = Sample.of(seed);
    for (CheckedRule rule : sample.rules(DiagnosticCode.ALWAYS_TRUE)) {
      assertThat(sample.values(rule)).doesNotContain(false);
    }
  }

  @Property(tries = 500, shrinking = ShrinkingMode.OFF)
  void aPartThatIsSaidToHaveOneOutcomeHasNoOther(@ForAll long seed) {
    Sample sample = Sample.of(seed);
    assertThat(sample.partValues(DiagnosticCode.NEVER_MATCHES)).doesNotContain(true);
    assertThat(sample.partValues(DiagnosticCode.ALWAYS_TRUE)).doesNotContain(false);
  }

  @Property(tries = 500, shrinking = ShrinkingMode.OFF)
  void aShadowedRuleChangesNoDecision(@ForAll long seed) {
    Sample sample = Sample.of(seed);
    for (CheckedRule rule : sample.rules(DiagnosticCode.SHADOWED_RULE)) {
      var with = new ReferenceEvaluator(sample.policies());
      var without = new ReferenceEvaluator(CheckedPolicySets.without(rule, sample.policies()));
      for (AccessRequest request : sample.requests()) {
        ReferenceEvaluator.Answer one = with.decide(request);
        ReferenceEvaluator.Answer other = without.decide(request);
        assertThat(other.permitted()).isEqualTo(one.permitted());
        assertThat(other.code()).isEqualTo(one.code());
        assertThat(other.fields()).isEqualTo(one.fields());
        assertThat(other.obligations()).isEqualTo(one.obligations());
      }
    }
  }

  @Property(tries = 300, shrinking = ShrinkingMode.OFF)
  void anActionWithoutARuleIsNeverPermitted(@ForAll long seed) {
    Sample sample = Sample.of(seed);
    var evaluator = new ReferenceEvaluator(sample.policies());
    List<String> denied =
        sample.findings().stream()
            .filter(finding -> finding.code() == DiagnosticCode.ACTION_WITHOUT_RULE)
            .map(Diagnostic::message)
            .toList();
    for (AccessRequest request : sample.requests()) {
      if (denied.stream()
          .anyMatch(message -> message.contains("`" + request.action().name() + "`"))) {
        assertThat(evaluator.decide(request).permitted()).isFalse();
      }
    }
  }

  /** So that the properties above speak of something. */
  @Test
  void generatedPoliciesHaveEveryKindOfFinding() {
    Map<DiagnosticCode, Integer> counts = new EnumMap<>(DiagnosticCode.class);
    long parts = 0;
    for (long seed = 0; seed < 600; seed++) {
      Sample sample = Sample.of(seed);
      sample.findings().forEach(found -> counts.merge(found.code(), 1, Integer::sum));
      parts += sample.findings().stream().filter(Sample::isAboutAPart).count();
    }
    assertThat(counts)
        .containsOnlyKeys(
            DiagnosticCode.NEVER_MATCHES,
            DiagnosticCode.ALWAYS_TRUE,
            DiagnosticCode.SHADOWED_RULE,
            DiagnosticCode.ACTION_WITHOUT_RULE,
            DiagnosticCode.SAME_DEFAULT,
            DiagnosticCode.UNKNOWN_ACTION)
        .allSatisfy((code, count) -> assertThat(count).isGreaterThan(5));
    assertThat(parts).isGreaterThan(30);
  }
}
