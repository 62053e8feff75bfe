package dev.verdict.policy.snapshot;

import static dev.verdict.policy.snapshot.Repository.attributes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.verdict.policy.decision.Decision;
import dev.verdict.policy.decision.ReasonCode;
import dev.verdict.policy.evaluate.Evaluator;
import dev.verdict.policy.request.AccessRequest;
import dev.verdict.policy.request.Action;
import dev.verdict.policy.request.Attributes;
import dev.verdict.policy.request.Entity;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** To find rules by the value of an attribute changes no decision, least of all by an error. */
class RuleIndexSemanticsTest {

  /** Of each test anew: planning the index is what is tested. */
  private final Evaluator evaluator =
      new Repository()
          .with(
              "schema.yaml",
              """
              subjects:
                user: {}
              resources:
                document:
                  tenant-isolated: false
                  actions: [read, print]
                  attributes: { kind: string, open: bool, late: "bool?" }
              """)
          .with(
              "document.policy.yaml",
              """
              policy: document
              resource: document
              rules:
                - permit: read
                  id: letter
                  when: resource.kind == 'letter' && resource.open
                - permit: read
                  id: offer
                  when: resource.kind == 'offer' && resource.open
                - permit: read
                  id: order
                  when: "'order' == resource.kind && resource.open"
                - permit: read
                  id: whatever-is-late
                  when: resource.late ?? false
                - permit: print
                  id: all
                - deny: print
                  id: no-letter
                  when: resource.kind == 'letter' && resource.open
                - deny: print
                  id: no-offer
                  when: resource.kind == 'offer' && resource.open
                - deny: print
                  id: no-order
                  when: resource.kind == 'order' && resource.open
              """)
          .evaluator();

  @Test
  void theRuleOfTheValueDecides() {
    assertThat(rule(decide("read", "kind", "offer", "open", true))).isEqualTo("offer");
    assertThat(rule(decide("print", "kind", "offer", "open", true))).isEqualTo("no-offer");
    assertThat(decide("read", "kind", "offer", "open", false).permitted()).isFalse();
    assertThat(decide("print", "kind", "offer", "open", false).permitted()).isTrue();
    assertThat(decide("read", "kind", "poem", "open", true).reason().code())
        .isEqualTo(ReasonCode.NO_RULE_MATCHED);
  }

  @Test
  void withoutTheValueTheFirstRuleThatNeedsItIsInError() {
    assertInError(decide("read", "open", true), "letter", "`resource.kind` is missing");
    assertInError(decide("print", "open", true), "no-letter", "`resource.kind` is missing");
  }

  @Test
  void aValueOfAnotherTypeIsAnErrorOfTheFirstRuleThatNeedsIt() {
    String error = "`resource.kind` is not a `string`";
    assertInError(decide("read", "kind", 7, "open", true), "letter", error);
    assertInError(decide("print", "kind", List.of("letter"), "open", true), "no-letter", error);
  }

  @Test
  void whatIsFalseAnywayNeedsNoValue() {
    assertThat(decide("read", "open", false).reason().code()).isEqualTo(ReasonCode.NO_RULE_MATCHED);
    assertThat(decide("print", "open", false).permitted()).isTrue();
  }

  @Test
  void rulesThatDoNotDependOnTheValueAreAskedBesides() {
    assertThat(rule(decide("read", "open", true, "late", true))).isEqualTo("whatever-is-late");
    assertThat(rule(decide("read", "kind", "poem", "open", true, "late", true)))
        .isEqualTo("whatever-is-late");
  }

  private static void assertInError(Decision decision, String rule, String error) {
    assertThat(decision.permitted()).isFalse();
    assertThat(decision.reason().code()).isEqualTo(ReasonCode.RULE_ERROR);
    assertThat(rule(decision)).isEqualTo(rule);
    assertThat(decision.reason().message()).endsWith("could not be evaluated: " + error);
  }

  private static String rule(Decision decision) {
    return decision.reason().rule().orElseThrow().rule();
  }

  private Decision decide(String action, Object... attributes) {
    return evaluator.decide(
        new AccessRequest(
            new Entity("user", "alice"),
            new Action(action),
            new Entity("document", "d1", attributes(attributes)),
            Attributes.NONE,
            Instant.parse("2026-01-01T00:00:00Z")));
  }
}
