package dev.verdict.policy.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verdict.policy.checked.CheckedPolicySet;
import dev.verdict.policy.checked.CheckedRule;
import dev.verdict.policy.compile.PolicyCompiler;
import dev.verdict.policy.decision.Match;
import dev.verdict.policy.decision.PassTrace;
import dev.verdict.policy.decision.RuleTrace;
import dev.verdict.policy.expression.Expression;
import dev.verdict.policy.limit.Limits;
import dev.verdict.policy.request.AccessRequest;
import dev.verdict.policy.request.Entitlement;
import dev.verdict.policy.tree.GrantTree;
import dev.verdict.policy.tree.GuardTree;
import dev.verdict.policy.tree.PolicyLowering;
import dev.verdict.policy.tree.PolicyTree;
import dev.verdict.policy.tree.RuleTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;

/**
 * The typed tree, interpreted as it stands, says of each rule and of the tenant guard what the
 * checked files say by definition, and what the compiled policies say.
 */
@Tag("slow")
class PolicyTreeAgainstReferenceTest {

  private static final int REQUESTS = 20;

  /** One question to the rules: of a subject, or of an actor in its place. */
  private record Question(AccessRequest request, Optional<AccessRequest> actedFor) {}

  /** Policies in their three forms, and questions to all three. */
  private static final class Sample {
    private final CheckedPolicySet policies;
    private final PolicyTree tree;
    private final Evaluator compiled;
    private final List<Question> questions = new ArrayList<>();

    Sample(long seed) {
      var random = new Random(seed);
      policies = new RandomPolicies(random).next();
      tree = PolicyLowering.lower(policies);
      compiled = new Evaluator(PolicyCompiler.compile(tree, "r1", Limits.STANDARD));
      var requests = new RandomRequests(random, false);
      for (int i = 0; i < REQUESTS; i++) {
        add(ofAnyTenant(requests.next()));
      }
    }

    /** Whom a caller may ask about is a right of its own, and no part of the policies. */
    private static AccessRequest ofAnyTenant(AccessRequest request) {
      return request.with(new Entitlement(request.entitlement().replaces(), Optional.empty()));
    }

    /** What the schema does not know is refused before any rule. */
    private void add(AccessRequest request) {
      var resource = policies.schema().resources().get(request.resource().type());
      if (resource != null && ReferenceActions.takes(resource, request.action().name())) {
        questions.add(new Question(request, Optional.empty()));
        if (request.actor().isPresent()) {
          questions.add(new Question(ReferenceEvaluator.ofActor(request), Optional.of(request)));
        }
      }
    }

    ReferenceExpressions expressions(Question question) {
      return new ReferenceExpressions(policies, question.request(), question.actedFor());
    }

    boolean isTrue(Expression expression, Question question) {
      return expressions(question).evaluate(expression).equals(true);
    }
  }

  @Property(tries = 1_000, shrinking = ShrinkingMode.OFF)
  void aRuleIsTrueFalseOrInErrorWhereItsDefinitionSaysSo(@ForAll long seed) {
    var sample = new Sample(seed);
    List<CheckedRule> checked = sample.policies.everyRule().toList();
    List<RuleTree> lowered = sample.tree.everyRule().toList();
    assertThat(lowered).hasSameSizeAs(checked);
    for (Question question : sample.questions) {
      var expressions = sample.expressions(question);
      for (int i = 0; i < checked.size(); i++) {
        RuleTree rule = lowered.get(i);
        assertThat(rule.reference()).isEqualTo(checked.get(i).reference());
        if (ReferenceActions.covers(rule.actions(), question.request().action().name())) {
          assertThat(expressions.evaluate(rule.whole()))
              .as("%s for %s", rule.reference(), question)
              .isEqualTo(
                  ReferenceEvaluator.value(
                      checked.get(i), question.request(), question.actedFor(), expressions));
        }
      }
    }
  }

  @Property(tries = 1_000, shrinking = ShrinkingMode.OFF)
  void theGuardIsTrueWhereItsDefinitionLetsARequestPass(@ForAll long seed) {
    var sample = new Sample(seed);
    for (Question question : sample.questions) {
      var verdict =
          new ReferenceGuard(sample.policies).ask(question.request(), question.actedFor());
      Optional<GuardTree> guard = sample.tree.guard(question.request().resource().type());
      assertThat(guard.isEmpty() || sample.isTrue(guard.get().whole(), question))
          .as("%s", question)
          .isEqualTo(verdict.refusal().isEmpty());
      assertThat(grant(guard, question, sample)).isEqualTo(verdict.grants().stream().findFirst());
    }
  }

  private static Optional<String> grant(
      Optional<GuardTree> guard, Question question, Sample sample) {
    return guard.stream()
        .flatMap(each -> each.grants().stream())
        .filter(grant -> sample.isTrue(guard.orElseThrow().whole(grant), question))
        .map(GrantTree::id)
        .findFirst();
  }

  @Property(tries = 500, shrinking = ShrinkingMode.OFF)
  void theCompiledRulesAndGuardsSayWhatTheTreeSays(@ForAll long seed) {
    var sample = new Sample(seed);
    for (Question question : sample.questions) {
      if (question.actedFor().isPresent()) {
        continue;
      }
      List<PassTrace> passes = sample.compiled.explain(question.request()).passes();
      compare(passes.get(0), question, sample);
      if (passes.size() > 1) {
        AccessRequest request = question.request();
        compare(
            passes.get(1),
            new Question(ReferenceEvaluator.ofActor(request), Optional.of(request)),
            sample);
      }
    }
  }

  private static void compare(PassTrace pass, Question question, Sample sample) {
    Optional<GuardTree> guard = sample.tree.guard(question.request().resource().type());
    assertThat(pass.admitted())
        .isEqualTo(guard.isEmpty() || sample.isTrue(guard.get().whole(), question));
    var expressions = sample.expressions(question);
    for (RuleTrace trace : pass.rules()) {
      RuleTree rule =
          sample
              .tree
              .everyRule()
              .filter(each -> each.reference().equals(trace.rule()))
              .findFirst()
              .orElseThrow();
      assertThat(trace.match())
          .as("%s for %s", rule.reference(), question)
          .isEqualTo(match(rule, expressions));
    }
  }

  private static Match match(RuleTree rule, ReferenceExpressions expressions) {
    Object value = expressions.evaluate(rule.whole());
    if (value.equals(false)) {
      return Match.NOT_MATCHED;
    }
    boolean complete =
        rule.values().stream()
            .noneMatch(duty -> expressions.evaluate(duty) == ReferenceExpressions.ERROR);
    return value.equals(true) && complete ? Match.MATCHED : Match.ERROR;
  }
}
