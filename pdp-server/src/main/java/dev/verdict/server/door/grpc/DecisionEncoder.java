package dev.verdict.server.door.grpc;

import dev.verdict.policy.decision.Reason;
import dev.verdict.policy.decision.RuleReference;
import dev.verdict.policy.decision.RuleTrace;
import dev.verdict.proto.v1.Decision;
import dev.verdict.proto.v1.Effect;
import dev.verdict.proto.v1.FieldGrant;
import dev.verdict.proto.v1.FieldNames;
import dev.verdict.proto.v1.Match;
import dev.verdict.proto.v1.Obligation;
import dev.verdict.server.door.question.OtherReasons;
import dev.verdict.server.door.question.ShownExplanation;
import dev.verdict.server.refusal.Refusal;
import java.util.List;
import java.util.TreeSet;

/** Writes decisions and explanations as messages. */
final class DecisionEncoder {

  private DecisionEncoder() {}

  static Decision encode(dev.verdict.policy.decision.Decision decision) {
    return start(decision).build();
  }

  /** The same with details: all reasons, as far as there is room. */
  static Decision encode(dev.verdict.policy.decision.Decision decision, OtherReasons reasons) {
    return detailed(decision, reasons).build();
  }

  static Decision encode(ShownExplanation explanation) {
    var message =
        dev.verdict.proto.v1.Explanation.newBuilder()
            .setLeftOut(explanation.leftOut())
            .addAllIgnored(explanation.ignored());
    for (RuleTrace trace : explanation.rules()) {
      message.addRules(trace(trace));
    }
    return detailed(explanation.decision(), new OtherReasons()).setExplanation(message).build();
  }

  /** A deny that stands for an item that could not be decided. */
  static Decision encode(Refusal refusal) {
    return Decision.newBuilder()
        .setReason(
            dev.verdict.proto.v1.Reason.newBuilder()
                .setCode(refusal.kind().reason())
                .setMessage(refusal.message()))
        .build();
  }

  private static Decision.Builder start(dev.verdict.policy.decision.Decision decision) {
    var message =
        Decision.newBuilder()
            .setDecision(decision.permitted())
            .setReason(reason(decision.reason()))
            .addAllObligations(obligations(decision.obligations()))
            .addAllAdvice(obligations(decision.advice()))
            .setRevision(decision.revision())
            .addAllGrants(decision.grants());
    if (!decision.fields().isNone()) {
      message.setFields(fields(decision.fields()));
    }
    return message;
  }

  private static Decision.Builder detailed(
      dev.verdict.policy.decision.Decision decision, OtherReasons reasons) {
    Decision.Builder message = start(decision);
    List<Reason> shown = reasons.of(decision);
    shown.forEach(other -> message.addOtherReasons(reason(other)));
    return message.setOtherReasonsLeftOut(decision.otherReasons().size() - shown.size());
  }

  private static dev.verdict.proto.v1.Reason reason(Reason reason) {
    var message =
        dev.verdict.proto.v1.Reason.newBuilder()
            .setCode(reason.code().word())
            .setMessage(reason.message());
    reason.rule().ifPresent(rule -> message.setRule(rule(rule)));
    return message.build();
  }

  private static dev.verdict.proto.v1.RuleReference rule(RuleReference rule) {
    return dev.verdict.proto.v1.RuleReference.newBuilder()
        .setPolicy(rule.policy())
        .setRule(rule.rule())
        .setFile(rule.file())
        .setLine(rule.line())
        .build();
  }

  /** Names in order, so that the same decision is the same bytes. */
  private static FieldGrant fields(dev.verdict.policy.decision.FieldGrant grant) {
    FieldNames names = FieldNames.newBuilder().addAllNames(new TreeSet<>(grant.names())).build();
    return grant.complement()
        ? FieldGrant.newBuilder().setExcept(names).build()
        : FieldGrant.newBuilder().setOnly(names).build();
  }

  private static List<Obligation> obligations(
      List<dev.verdict.policy.decision.Obligation> obligations) {
    return obligations.stream()
        .map(
            obligation ->
                Obligation.newBuilder()
                    .setId(obligation.id())
                    .addAllProperties(AttributeEncoder.encode(obligation.properties()))
                    .build())
        .toList();
  }

  private static dev.verdict.proto.v1.RuleTrace trace(RuleTrace trace) {
    var encoded =
        dev.verdict.proto.v1.RuleTrace.newBuilder()
            .setRule(rule(trace.rule()))
            .setEffect(effect(trace.effect()))
            .setMatch(match(trace.match()))
            .setFile(trace.file())
            .setLine(trace.line());
    trace.detail().ifPresent(encoded::setDetail);
    return encoded.build();
  }

  private static Effect effect(dev.verdict.policy.decision.Effect effect) {
    return switch (effect) {
      case PERMIT -> Effect.EFFECT_PERMIT;
      case DENY -> Effect.EFFECT_DENY;
    };
  }

  private static Match match(dev.verdict.policy.decision.Match match) {
    return switch (match) {
      case MATCHED -> Match.MATCH_MATCHED;
      case NOT_MATCHED -> Match.MATCH_NOT_MATCHED;
      case ERROR -> Match.MATCH_ERROR;
    };
  }
}
