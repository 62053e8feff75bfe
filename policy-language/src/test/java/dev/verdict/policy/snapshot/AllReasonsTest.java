package dev.verdict.policy.snapshot;

import static dev.verdict.policy.snapshot.Repository.attributes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.verdict.policy.decision.Decision;
import dev.verdict.policy.decision.Explanation;
import dev.verdict.policy.decision.ExplanationText;
import dev.verdict.policy.decision.Reason;
import dev.verdict.policy.evaluate.Evaluator;
import dev.verdict.policy.request.AccessRequest;
import dev.verdict.policy.request.Action;
import dev.verdict.policy.request.Attributes;
import dev.verdict.policy.request.Entity;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A caller that mends the first reason of a deny must not be surprised by the next. */
class AllReasonsTest {

  private static final Evaluator EVALUATOR =
      new Repository()
          .with(
              "schema.yaml",
              """
              subjects:
                user: {}
                agent: {}
              resources:
                plan:
                  tenant-isolated: false
                  actions:
                    start: {}
                    read: {}
                    change: { writes: true }
                  attributes: { night: bool, unpaid: bool, price: int?, note: string? }
              """)
          .with(
              "plan.policy.yaml",
              """
              policy: plan
              resource: plan
              rules:
                - permit: start
                  id: all
                - deny: start
                  id: no-prices
                  when: resource.night
                  fields: [price]
                - deny: start
                  id: night
                  when: resource.night
                  because: not at night
                - deny: start
                  id: unpaid
                  when: resource.unpaid
                  because: the last bill is open
                - permit: read
                  id: users
                  subjects: [user]
                - permit: read
                  id: agents
                  subjects: [agent]
                - permit: read
                  id: by-day
                  when: '!resource.night'
                - deny: read
                  id: agents-pay
                  subjects: [agent]
                  when: resource.unpaid
                  because: agents read what is paid
                - deny: read
                  id: agents-by-day
                  subjects: [agent]
                  when: resource.unpaid && resource.night
                - permit: change
                  id: note
                  fields: [note]
                - permit: change
                  id: price
                  fields: [price]
                - deny: change
                  id: nothing-at-night
                  fields: [note, price]
                  when: resource.night
              """)
          .evaluator();

  private static final Entity ALICE = new Entity("user", "alice");
  private static final Entity ROBOT = new Entity("agent", "robot");

  @Test
  void aDenyKnowsEveryRuleThatDenies() {
    Decision decision = decide("start", true, true);

    assertThat(decision.reason().message()).isEqualTo("not at night");
    assertThat(messages(decision))
        .containsExactly("rule `no-prices` denies this", "the last bill is open");
    assertThat(rules(decision)).containsExactly("no-prices", "unpaid");
  }

  @Test
  void aSingleRuleHasNoOthers() {
    assertThat(decide("start", false, true).reason().message()).isEqualTo("the last bill is open");
    assertThat(decide("start", false, true).otherReasons()).isEmpty();
    assertThat(decide("start", false, false).otherReasons()).isEmpty();
  }

  @Test
  void aPermitKnowsEveryRuleThatPermits() {
    Decision decision = decide("read", false, false);

    assertThat(decision.reason().rule().orElseThrow().rule()).isEqualTo("users");
    assertThat(rules(decision)).containsExactly("by-day");
  }

  @Test
  void aDenyThatNoSingleRuleMadeHasNone() {
    Decision refusedWrite = decide("change", false, false);

    assertThat(refusedWrite.permitted()).isFalse();
    assertThat(refusedWrite.otherReasons()).isEmpty();
    assertThat(decide("change", true, false).otherReasons()).isEmpty();
  }

  @Test
  void aPermitOfBothKnowsTheRulesThatPermitTheActor() {
    Decision decision = EVALUATOR.decide(request("read", false, false, Optional.of(ROBOT)));

    assertThat(decision.permitted()).isTrue();
    assertThat(rules(decision)).containsExactly("by-day", "agents");
  }

  @Test
  void aDenyOfTheActorSaysOfEachReasonWhomItIsAbout() {
    Decision decision = EVALUATOR.decide(request("read", true, true, Optional.of(ROBOT)));

    assertThat(decision.reason().message())
        .isEqualTo("the actor is not permitted: agents read what is paid");
    assertThat(messages(decision))
        .containsExactly("the actor is not permitted: rule `agents-by-day` denies this");
  }

  @Test
  void anExplanationTellsThemAll() {
    Explanation explanation = EVALUATOR.explain(request("start", true, true, Optional.empty()));

    assertThat(explanation.decision()).isEqualTo(decide("start", true, true));
    assertThat(ExplanationText.tree(explanation))
        .startsWith(
            """
            deny: not at night
            also: rule `no-prices` denies this
            also: the last bill is open
            """);
  }

  private static Decision decide(String action, boolean night, boolean unpaid) {
    return EVALUATOR.decide(request(action, night, unpaid, Optional.empty()));
  }

  private static AccessRequest request(
      String action, boolean night, boolean unpaid, Optional<Entity> actor) {
    return new AccessRequest(
        ALICE,
        new Action(action),
        new Entity("plan", "1", attributes("night", night, "unpaid", unpaid)),
        Attributes.NONE,
        actor,
        Instant.EPOCH);
  }

  private static List<String> messages(Decision decision) {
    return decision.otherReasons().stream().map(Reason::message).toList();
  }

  private static List<String> rules(Decision decision) {
    return decision.otherReasons().stream()
        .map(reason -> reason.rule().orElseThrow().rule())
        .toList();
  }
}
