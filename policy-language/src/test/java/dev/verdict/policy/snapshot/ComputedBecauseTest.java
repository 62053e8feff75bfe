package dev.verdict.policy.snapshot;

import static dev.verdict.policy.snapshot.Repository.attributes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.verdict.policy.decision.Cacheability;
import dev.verdict.policy.decision.Decision;
import dev.verdict.policy.decision.Explanation;
import dev.verdict.policy.decision.ExplanationText;
import dev.verdict.policy.decision.Match;
import dev.verdict.policy.decision.PartialDecision;
import dev.verdict.policy.decision.Reason;
import dev.verdict.policy.decision.RuleTrace;
import dev.verdict.policy.evaluate.Evaluator;
import dev.verdict.policy.request.AccessRequest;
import dev.verdict.policy.request.Action;
import dev.verdict.policy.request.Attributes;
import dev.verdict.policy.request.Entity;
import dev.verdict.policy.request.RequestAttribute;
import dev.verdict.policy.request.RequestAttribute.Part;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A reason that is computed tells more, and decides nothing. */
class ComputedBecauseTest {

  private static final Evaluator EVALUATOR =
      new Repository()
          .with(
              "schema.yaml",
              """
              subjects:
                user: { attributes: { limit: int, words: set<string> } }
              resources:
                plan:
                  tenant-isolated: false
                  actions: [start, stop, wait, search, change, fail, list]
                  attributes: { price: int, owner: string, words: set<string> }
              """)
          .with(
              "plan.policy.yaml",
              """
              policy: plan
              resource: plan
              rules:
                - permit: start
                  id: all
                  because: { expression: "concat(subject.id, ' may')" }
                - deny: start
                  id: limit
                  when: resource.price > subject.limit
                  because: { expression: "concat(subject.id, ' has no such limit')" }
                - deny: start
                  id: dear
                  when: resource.price > 100
                  because: { expression: "concat(resource.id, ' is dear')" }
                - permit: stop
                  id: faulty
                  because: { expression: "concat('of ', resource.owner)" }
                - permit: wait
                  id: timed
                  because: { expression: "context.now < timestamp('2030-01-01T00:00:00Z') ? 'early' : hour(context.now, 'UTC') > 3 ? 'late' : 'at night'" }
                - permit: search
                  id: laborious
                  because:
                    expression: >-
                      any(subject.words, a, any(resource.words, b, a == b)) ? 'found' : 'not found'
                - permit: search
                  id: behind-it
                  because: { expression: "concat(subject.id, ' may search')" }
                - permit: change
                  id: empty
                  because: { expression: "resource.price > 3 ? '' : ' '" }
                - permit: fail
                  id: in-error
                  when: resource.owner == subject.id
                  because: { expression: "concat(subject.id, ' may')" }
                - permit: list
                  id: constant
                  because: everybody may
                - deny: list
                  id: not-hers
                  when: resource.price > 100
                  because: { expression: "concat('not at that price, ', subject.id)" }
              """)
          .evaluator();

  @Test
  void theReasonHoldsTheValuesOfTheRequest() {
    assertThat(decide("start", 1).reason().message()).isEqualTo("alice may");
    Decision denied = decide("start", 200);

    assertThat(denied.reason().message()).isEqualTo("alice has no such limit");
    assertThat(denied.reason().rule().orElseThrow().rule()).isEqualTo("limit");
    assertThat(denied.otherReasons()).extracting(Reason::message).containsExactly("1 is dear");
  }

  @Test
  void aFaultInItChangesNoDecision() {
    Decision decision = EVALUATOR.decide(request("stop", Attributes.NONE));

    assertThat(decision.permitted()).isTrue();
    assertThat(decision.reason().message()).isEqualTo("rule `faulty` permits this");
  }

  @Test
  void aReasonWithoutAVisibleCharacterIsNone() {
    assertThat(decide("change", 5).reason().message()).isEqualTo("rule `empty` permits this");
    assertThat(decide("change", 1).reason().message()).isEqualTo("rule `empty` permits this");
  }

  @Test
  void tooMuchWorkForAReasonTakesNothingFromTheDecision() {
    List<String> words = IntStream.range(0, 400).mapToObj(i -> "w" + i).toList();
    List<String> others = IntStream.range(0, 400).mapToObj(i -> "v" + i).toList();
    var alice = new Entity("user", "alice", attributes("words", words));
    var plan = new Entity("plan", "1", attributes("words", others));
    var request =
        new AccessRequest(alice, new Action("search"), plan, Attributes.NONE, Instant.EPOCH);

    Decision decision = EVALUATOR.decide(request);

    assertThat(decision.permitted()).isTrue();
    assertThat(decision.reason().message()).isEqualTo("rule `laborious` permits this");
    assertThat(decision.otherReasons())
        .extracting(Reason::message)
        .containsExactly("rule `behind-it` permits this");
    assertThat(EVALUATOR.steps(request)).isLessThan(1_000);
    Explanation explanation = EVALUATOR.explain(request);
    assertThat(explanation.decision()).isEqualTo(decision);
    assertThat(ExplanationText.tree(explanation))
        .containsPattern("`laborious`.*: matched\n.*`because` was not computed: .* 10000 steps")
        .containsPattern("`behind-it`.*: matched\n.*`because` was not computed: .* 10000 steps");
  }

  @Test
  void anExplanationSaysWhyAReasonWasNotComputed() {
    RuleTrace trace = EVALUATOR.explain(request("stop", Attributes.NONE)).rules().get(0);

    assertThat(trace.match()).isEqualTo(Match.MATCHED);
    assertThat(trace.detail().orElseThrow())
        .isEqualTo("`because` could not be computed: `resource.owner` is missing");
    assertThat(trace.line()).isGreaterThan(trace.rule().line());
    assertThat(ExplanationText.tree(EVALUATOR.explain(request("change", attributes("price", 1)))))
        .contains("`because` has no visible character");
    assertThat(EVALUATOR.explain(request("start", attributes("price", 1))).rules())
        .filteredOn(rule -> rule.match() == Match.MATCHED)
        .extracting(RuleTrace::detail)
        .containsExactly(Optional.empty());
  }

  @Test
  void anErrorIsToldAsSuchAndNotInTheWordsOfTheRule() {
    assertThat(EVALUATOR.decide(request("fail", Attributes.NONE)).reason().message())
        .contains("could not be evaluated: `resource.owner` is missing");
  }

  @Test
  void aRuleThatComputesNothingCostsWhatItDid() {
    assertThat(decide("list", 1).reason().message()).isEqualTo("everybody may");
    assertThat(decide("list", 1)).isSameAs(decide("list", 1));
  }

  @Test
  void ofActorsEachIsToldOfItself() {
    var robot = new Entity("user", "robot", attributes("limit", 10));

    assertThat(EVALUATOR.decide(by(robot, "start", 1)).reason().message()).isEqualTo("alice may");
    assertThat(EVALUATOR.decide(by(robot, "start", 1)).otherReasons())
        .extracting(Reason::message)
        .containsExactly("robot may");
    var poor = new Entity("user", "robot", attributes("limit", 0));
    assertThat(EVALUATOR.decide(by(poor, "start", 1)).reason().message())
        .isEqualTo("the actor is not permitted: robot has no such limit");
  }

  @Test
  void aLongTextIsCutAndNothingInItLeavesItsLine() {
    Attributes plan = attributes("owner", "a\nb" + "x".repeat(2_000));

    String message = EVALUATOR.decide(request("stop", plan)).reason().message();

    assertThat(message).startsWith("of a b").endsWith("...").hasSize(1_003);
  }

  @Test
  void aReasonThatReadsTheTimeIsNotRemembered() {
    Decision decision = decide("wait", 1);

    assertThat(decision.reason().message()).isEqualTo("early");
    assertThat(decision.cacheability()).isEqualTo(Cacheability.NEVER);
  }

  @Test
  void whatItReadsIsLearnedFirst() {
    var owner = new RequestAttribute(Part.RESOURCE, "owner");

    assertThat(
            EVALUATOR.decide(
                request("stop", Attributes.NONE), attribute -> attribute.equals(owner)))
        .isEqualTo(new PartialDecision.Undecided(Set.of(owner)));
    assertThat(EVALUATOR.decide(request("stop", attributes("owner", "bob")), attribute -> false))
        .isEqualTo(
            new PartialDecision.Decided(
                EVALUATOR.decide(request("stop", attributes("owner", "bob")))));
  }

  private static Decision decide(String action, int price) {
    return EVALUATOR.decide(request(action, attributes("price", price)));
  }

  private static AccessRequest by(Entity actor, String action, int price) {
    AccessRequest request = request(action, attributes("price", price));
    return new AccessRequest(
        request.subject(),
        request.action(),
        request.resource(),
        Attributes.NONE,
        Optional.of(actor),
        Instant.EPOCH);
  }

  private static AccessRequest request(String action, Attributes plan) {
    return new AccessRequest(
        new Entity("user", "alice", attributes("limit", 10)),
        new Action(action),
        new Entity("plan", "1", plan),
        Attributes.NONE,
        Instant.EPOCH);
  }
}
