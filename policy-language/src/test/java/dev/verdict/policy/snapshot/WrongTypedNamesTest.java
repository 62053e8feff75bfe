package dev.verdict.policy.snapshot;

import static dev.verdict.policy.snapshot.Repository.attributes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.verdict.policy.decision.Decision;
import dev.verdict.policy.decision.Match;
import dev.verdict.policy.decision.ReasonCode;
import dev.verdict.policy.decision.RuleTrace;
import dev.verdict.policy.evaluate.Evaluator;
import dev.verdict.policy.request.AccessRequest;
import dev.verdict.policy.request.Action;
import dev.verdict.policy.request.Attributes;
import dev.verdict.policy.request.Entity;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Roles or scopes that are no set of strings are an error of the rules that read them, only. */
class WrongTypedNamesTest {

  private static final Evaluator EVALUATOR =
      new Repository()
          .with(
              "schema.yaml",
              """
              subjects:
                user: {}
              resources:
                document:
                  tenant-isolated: false
                  actions: [read, write, print, share, copy]
                  attributes: { open: bool }
              """)
          .with(
              "document.policy.yaml",
              """
              policy: document
              resource: document
              rules:
                - permit: read
                  id: readers
                  roles: [reader]
                - permit: write
                  id: everybody-writes
                - deny: write
                  id: not-the-blocked
                  scopes: { any: [blocked] }
                - permit: print
                  id: everybody-prints
                - permit: share
                  id: open-to-readers
                  roles: [reader]
                  when: resource.open
                - permit: copy
                  id: both
                  roles: [reader]
                  scopes: [documents]
              """)
          .evaluator();

  private static final List<Object> WRONG = List.of("reader", 5, true, List.of(1), List.of("a", 1));

  private static Decision decide(String action, Object... properties) {
    return EVALUATOR.decide(request(action, attributes(properties)));
  }

  private static AccessRequest request(String action, Attributes subject) {
    return new AccessRequest(
        new Entity("user", "alice", subject),
        new Action(action),
        new Entity("document", "d1", attributes("open", false)),
        Attributes.NONE,
        Instant.EPOCH);
  }

  @Test
  void aPermitRuleThatReadsThemDoesNotPermitAndTheReasonNamesIt() {
    for (Object roles : WRONG) {
      Decision decision = decide("read", "roles", roles);
      assertThat(decision.permitted()).isFalse();
      assertThat(decision.reason().code()).isEqualTo(ReasonCode.RULE_ERROR);
      assertThat(decision.reason().rule().orElseThrow().rule()).isEqualTo("readers");
      assertThat(decision.reason().message())
          .endsWith("could not be evaluated: `subject.roles` is not a `set<string>`");
    }
  }

  @Test
  void aDenyRuleThatReadsThemDenies() {
    for (Object scopes : WRONG) {
      Decision decision = decide("write", "scopes", scopes);
      assertThat(decision.permitted()).isFalse();
      assertThat(decision.reason().rule().orElseThrow().rule()).isEqualTo("not-the-blocked");
    }
  }

  @Test
  void rulesThatDoNotReadThemDecide() {
    for (Object wrong : WRONG) {
      assertThat(decide("print", "roles", wrong, "scopes", wrong).permitted()).isTrue();
      assertThat(decide("read", "roles", List.of("reader"), "scopes", wrong).permitted()).isTrue();
      assertThat(decide("write", "roles", wrong).permitted()).isTrue();
    }
  }

  @Test
  void whatIsFalseAnywayIsNoError() {
    assertThat(decide("share", "roles", "reader").reason().code())
        .isEqualTo(ReasonCode.NO_RULE_MATCHED);
    assertThat(decide("copy", "roles", "reader", "scopes", List.of()).reason().code())
        .isEqualTo(ReasonCode.NO_RULE_MATCHED);
    assertThat(decide("copy", "roles", List.of(), "scopes", "documents").reason().code())
        .isEqualTo(ReasonCode.NO_RULE_MATCHED);
  }

  @Test
  void anExplanationSaysWhichOfTheTwoIsWrong() {
    RuleTrace trace =
        EVALUATOR
            .explain(request("copy", attributes("roles", List.of("reader"), "scopes", "documents")))
            .rules()
            .get(0);
    assertThat(trace.match()).isEqualTo(Match.ERROR);
    assertThat(trace.detail()).contains("the scopes: `subject.scopes` is not a `set<string>`");
  }
}
