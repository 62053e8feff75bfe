package dev.verdict.policy.snapshot;

import static dev.verdict.policy.snapshot.Repository.attributes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.verdict.policy.decision.Decision;
import dev.verdict.policy.decision.Match;
import dev.verdict.policy.decision.Obligation;
import dev.verdict.policy.decision.ReasonCode;
import dev.verdict.policy.decision.RuleTrace;
import dev.verdict.policy.evaluate.Evaluator;
import dev.verdict.policy.request.AccessRequest;
import dev.verdict.policy.request.Action;
import dev.verdict.policy.request.Attributes;
import dev.verdict.policy.request.Entity;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What expressions in obligations and advice mean. */
class ObligationSemanticsTest {

  private static final Evaluator EVALUATOR =
      new Repository()
          .with(
              "schema.yaml",
              """
              entities: { folder: {} }
              subjects: { user: {} }
              resources:
                document:
                  tenant-isolated: false
                  actions: [read, move, share, fix]
                  attributes:
                    owner: string
                    amount: decimal
                    tags: set<string>
                    lines: list<int>
                    due: timestamp
                    length: duration
                    from: ip
                    folder: ref<folder>
                    note: string?
              """)
          .with(
              "document.policy.yaml",
              """
              policy: document
              resource: document
              let:
                double: resource.amount * 2
              rules:
                - permit: read
                  id: reads
                  obligations:
                    - audit:
                        level: required
                        owner: { expression: resource.owner }
                        isOwner: { expression: resource.owner == subject.id }
                        amount: { expression: double }
                        tags: { expression: resource.tags }
                        lines: { expression: resource.lines }
                        size: { expression: size(resource.lines) }
                        due: { expression: resource.due }
                        length: { expression: resource.length }
                        from: { expression: resource.from }
                        folder: { expression: resource.folder }
                - permit: move
                  id: moves
                  when: resource.owner == subject.id
                  obligations:
                    - audit: { amount: { expression: resource.amount } }
                - deny: move
                  id: never-the-poor
                  when: resource.id == 'poor'
                  advice:
                    - hint: { amount: { expression: resource.amount } }
                - permit: share
                  id: shares
                  obligations:
                    - audit: { owner: { expression: resource.owner } }
                - permit: share
                  id: shares-too
                  obligations:
                    - audit: { owner: { expression: subject.id } }
                    - mark
                - permit: fix
                  id: fixes
              """)
          .evaluator();

  @Test
  void aPropertyIsTheValueOfItsExpression() {
    Decision decision =
        decide(
            "read",
            new Entity(
                "document",
                "d1",
                attributes(
                    "owner",
                    "alice",
                    "amount",
                    new BigDecimal("1.25"),
                    "tags",
                    List.of("z", "a", "m"),
                    "lines",
                    List.of(3, 1, 2),
                    "due",
                    "2026-01-01T01:00:00+01:00",
                    "length",
                    "PT90M",
                    "from",
                    "::ffff:10.0.0.1",
                    "folder",
                    "inbox")));
    assertThat(decision.obligations())
        .containsExactly(
            new Obligation(
                "audit",
                attributes(
                    "level",
                    "required",
                    "owner",
                    "alice",
                    "isOwner",
                    true,
                    "amount",
                    new BigDecimal("2.5"),
                    "tags",
                    List.of("a", "m", "z"),
                    "lines",
                    List.of(3, 1, 2),
                    "size",
                    3,
                    "due",
                    "2026-01-01T00:00:00Z",
                    "length",
                    "PT1H30M",
                    "from",
                    "10.0.0.1",
                    "folder",
                    "inbox")));
    assertThat(decision.obligations().get(0).properties().names())
        .startsWith("level", "owner", "isOwner");
  }

  @Test
  void anExpressionInErrorKeepsAPermitRuleFromPermitting() {
    Decision decision = decide("move", new Entity("document", "d1", attributes("owner", "alice")));
    assertThat(decision.permitted()).isFalse();
    assertThat(decision.reason().code()).isEqualTo(ReasonCode.RULE_ERROR);
    assertThat(decision.reason().message()).endsWith("`resource.amount` is missing");
  }

  @Test
  void anExpressionInErrorKeepsADenyRuleDenying() {
    Decision decision =
        decide("move", new Entity("document", "poor", attributes("owner", "alice")));
    assertThat(decision.permitted()).isFalse();
    assertThat(decision.reason().code()).isEqualTo(ReasonCode.RULE_ERROR);
    assertThat(decision.reason().rule().orElseThrow().rule()).isEqualTo("never-the-poor");
  }

  @Test
  void anExpressionOfARuleThatDoesNotMatchIsNoError() {
    assertThat(
            decide("move", new Entity("document", "d1", attributes("owner", "bob")))
                .reason()
                .code())
        .isEqualTo(ReasonCode.NO_RULE_MATCHED);
  }

  @Test
  void theSameObligationFromTwoRulesIsTwoWhereItsValuesDiffer() {
    assertThat(
            decide("share", new Entity("document", "d1", attributes("owner", "bob"))).obligations())
        .containsExactly(
            new Obligation("audit", attributes("owner", "bob")),
            new Obligation("audit", attributes("owner", "alice")),
            new Obligation("mark", Attributes.NONE));
    assertThat(
            decide("share", new Entity("document", "d1", attributes("owner", "alice")))
                .obligations())
        .hasSize(2);
  }

  @Test
  void aRuleWithoutExpressionsGivesTheSameDecisionEachTime() {
    Entity document = new Entity("document", "d1");
    assertThat(decide("fix", document)).isSameAs(decide("fix", document));
  }

  @Test
  void anExplanationNamesTheExpressionThatHasNoValue() {
    RuleTrace trace =
        EVALUATOR
            .explain(request("move", new Entity("document", "d1", attributes("owner", "alice"))))
            .rules()
            .get(0);
    assertThat(trace.match()).isEqualTo(Match.ERROR);
    assertThat(trace.detail()).contains("`resource.amount`: `resource.amount` is missing");
    assertThat(trace.file()).isEqualTo("document.policy.yaml");
    assertThat(trace.line()).isEqualTo(25);
  }

  private static Decision decide(String action, Entity document) {
    return EVALUATOR.decide(request(action, document));
  }

  private static AccessRequest request(String action, Entity document) {
    return new AccessRequest(
        new Entity("user", "alice"),
        new Action(action),
        document,
        Attributes.NONE,
        Instant.parse("2026-01-01T00:00:00Z"));
  }
}
