package dev.verdict.server.door.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.TextFormat;
import dev.verdict.policy.decision.Decision;
import dev.verdict.policy.decision.Effect;
import dev.verdict.policy.decision.FieldGrant;
import dev.verdict.policy.decision.Match;
import dev.verdict.policy.decision.Obligation;
import dev.verdict.policy.decision.Reason;
import dev.verdict.policy.decision.ReasonCode;
import dev.verdict.policy.decision.RuleReference;
import dev.verdict.policy.decision.RuleTrace;
import dev.verdict.policy.request.Attributes;
import dev.verdict.policy.request.Value;
import dev.verdict.server.door.question.ShownExplanation;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class DecisionEncoderTest {

  private static final RuleReference RULE =
      new RuleReference("invoice", "owner-reads", "invoice.policy.yaml", 7);

  @Test
  void aPermitArrivesWhole() throws TextFormat.ParseException {
    var properties = Attributes.builder();
    properties.add("level", new Value.Text("required"));
    properties.add("copies", new Value.Whole(2));
    properties.add("share", new Value.Decimal(new BigDecimal("0.10")));
    properties.add("urgent", new Value.Flag(true));
    properties.add("to", new Value.Sequence(List.of(new Value.Text("a"))));
    var inner = Attributes.builder();
    inner.add("x", new Value.Whole(1));
    properties.add("at", new Value.Structure(inner.build()));
    var decision =
        new Decision(
                true,
                new Reason(ReasonCode.PERMITTED, "owners read", Optional.of(RULE)),
                FieldGrant.except(Set.of("taxNumber", "iban")),
                List.of(new Obligation("audit", properties.build())),
                List.of(new Obligation("notify", Attributes.NONE)),
                "abc123")
            .withGrants(List.of("audit", "robots"));

    assertThat(DecisionEncoder.encode(decision))
        .isEqualTo(
            TextFormat.parse(
                """
                decision: true
                reason {
                  code: "permitted" message: "owners read"
                  rule { policy: "invoice" rule: "owner-reads" file: "invoice.policy.yaml" line: 7 }
                }
                fields { except { names: "iban" names: "taxNumber" } }
                obligations {
                  id: "audit"
                  properties { name: "level" value { text: "required" } }
                  properties { name: "copies" value { integer: 2 } }
                  properties { name: "share" value { decimal: "0.10" } }
                  properties { name: "urgent" value { flag: true } }
                  properties { name: "to" value { list { values { text: "a" } } } }
                  properties {
                    name: "at"
                    value { record { attributes { name: "x" value { integer: 1 } } } }
                  }
                }
                advice { id: "notify" }
                revision: "abc123"
                grants: "audit"
                grants: "robots"
                """,
                dev.verdict.proto.v1.Decision.class));
  }

  @Test
  void aDenyGrantsNoFields() {
    var message =
        DecisionEncoder.encode(
            Decision.deny(new Reason(ReasonCode.TENANT_MISMATCH, "another tenant"), "r"));

    assertThat(message.getDecision()).isFalse();
    assertThat(message.hasFields()).isFalse();
    assertThat(message.getReason().getCode()).isEqualTo("tenant_mismatch");
    assertThat(message.getReason().hasRule()).isFalse();
  }

  @Test
  void listedFieldsAreTheOnlyOnes() {
    var message =
        DecisionEncoder.encode(
            new Decision(
                true,
                new Reason(ReasonCode.PERMITTED, "some"),
                FieldGrant.only(Set.of("b", "a")),
                List.of(),
                List.of(),
                "r"));

    assertThat(message.getFields().getOnly().getNamesList()).containsExactly("a", "b");
  }

  @Test
  void anExplanationTellsHowEachRuleFared() throws TextFormat.ParseException {
    var deny = Decision.deny(new Reason(ReasonCode.NO_RULE_MATCHED, "no rule matched"), "r");
    var traces =
        List.of(
            new RuleTrace(
                RULE,
                Effect.PERMIT,
                Match.NOT_MATCHED,
                Optional.of("not the owner"),
                "a.yaml",
                4,
                Optional.empty()),
            new RuleTrace(
                RULE,
                Effect.DENY,
                Match.ERROR,
                Optional.of("no tenant"),
                "b.yaml",
                5,
                Optional.empty()),
            new RuleTrace(
                RULE,
                Effect.PERMIT,
                Match.MATCHED,
                Optional.empty(),
                "c.yaml",
                6,
                Optional.empty()));

    var message =
        DecisionEncoder.encode(
            new ShownExplanation(deny, traces, 1_300, List.of("resource.owner")));

    assertThat(message.toBuilder().clearExplanation().build())
        .isEqualTo(DecisionEncoder.encode(deny));
    assertThat(message.getExplanation().getRulesList())
        .extracting(
            trace -> trace.getEffect().name(),
            trace -> trace.getMatch().name(),
            trace -> trace.getDetail(),
            trace -> trace.getFile(),
            trace -> trace.getLine())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                "EFFECT_PERMIT", "MATCH_NOT_MATCHED", "not the owner", "a.yaml", 4),
            org.assertj.core.groups.Tuple.tuple(
                "EFFECT_DENY", "MATCH_ERROR", "no tenant", "b.yaml", 5),
            org.assertj.core.groups.Tuple.tuple("EFFECT_PERMIT", "MATCH_MATCHED", "", "c.yaml", 6));
    assertThat(message.getExplanation().getRules(0).getRule().getRule()).isEqualTo("owner-reads");
    assertThat(message.getExplanation().getLeftOut()).isEqualTo(1_300);
    assertThat(message.getExplanation().getIgnoredList()).containsExactly("resource.owner");
  }
}
