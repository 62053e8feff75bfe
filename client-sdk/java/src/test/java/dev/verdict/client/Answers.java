package dev.verdict.client;

import dev.verdict.proto.v1.Decision;
import dev.verdict.proto.v1.FieldGrant;
import dev.verdict.proto.v1.FieldNames;
import dev.verdict.proto.v1.Obligation;
import dev.verdict.proto.v1.Reason;
import java.util.List;

/** What a decision point may say. */
public final class Answers {

  private Answers() {}

  /** A permit that covers everything, with these obligations. */
  public static Decision permit(String... obligations) {
    var permit =
        Decision.newBuilder()
            .setDecision(true)
            .setReason(Reason.newBuilder().setCode("permitted").setMessage("owners read"))
            .setFields(FieldGrant.newBuilder().setExcept(FieldNames.getDefaultInstance()))
            .setRevision("r1");
    for (String obligation : obligations) {
      permit.addObligations(Obligation.newBuilder().setId(obligation));
    }
    return permit.build();
  }

  /** A permit that covers everything but these. */
  public static Decision permitExcept(String... fields) {
    return permit().toBuilder()
        .setFields(
            FieldGrant.newBuilder().setExcept(FieldNames.newBuilder().addAllNames(List.of(fields))))
        .build();
  }

  /** A permit that covers only these. */
  static Decision permitOnly(String... fields) {
    return permit().toBuilder()
        .setFields(
            FieldGrant.newBuilder().setOnly(FieldNames.newBuilder().addAllNames(List.of(fields))))
        .build();
  }

  /** A deny, with these obligations. */
  public static Decision deny(String... obligations) {
    var deny =
        Decision.newBuilder()
            .setReason(Reason.newBuilder().setCode("no_rule_matched").setMessage("no rule matched"))
            .setRevision("r1");
    for (String obligation : obligations) {
      deny.addObligations(Obligation.newBuilder().setId(obligation));
    }
    return deny.build();
  }
}
