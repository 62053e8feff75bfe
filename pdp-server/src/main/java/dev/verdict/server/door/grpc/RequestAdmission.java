package dev.verdict.server.door.grpc;

import dev.verdict.policy.limit.Limits;
import dev.verdict.policy.request.InvalidRequestException;
import dev.verdict.proto.v1.EvaluateRequest;
import dev.verdict.server.decision.Ask;
import dev.verdict.server.decision.Door;
import dev.verdict.server.door.grpc.Admission.Admitted;
import dev.verdict.server.door.grpc.Admission.Cause;
import dev.verdict.server.door.grpc.Admission.Refused;
import dev.verdict.server.identity.Caller;
import dev.verdict.server.identity.Identification;
import dev.verdict.server.identity.Identification.Forbidden;
import dev.verdict.server.identity.Identification.Identified;
import dev.verdict.server.identity.Identification.Unauthenticated;
import dev.verdict.server.identity.IdentityGate;
import java.time.Instant;
import java.util.Optional;

/** Makes the access requests of one call: decodes a message, then settles its subject. */
final class RequestAdmission {

  private final IdentityGate gate;
  private final Caller caller;
  private final Instant now;
  private final Limits limits;

  RequestAdmission(IdentityGate gate, Caller caller, Instant now, Limits limits) {
    this.gate = gate;
    this.caller = caller;
    this.now = now;
    this.limits = limits;
  }

  Admission admit(EvaluateRequest message) {
    Question question;
    try {
      question = RequestDecoder.decode(message, limits);
    } catch (InvalidRequestException invalid) {
      return new Refused(Cause.INVALID, String.valueOf(invalid.getMessage()));
    }
    return admit(question, gate.identify(caller, question.claim(), question.actor()));
  }

  /**
   * The same for one question of a batch. An explanation is not to be had there: it would have to
   * come from a second look at the rules, perhaps by another snapshot than the rest.
   */
  Admission admitToBatch(EvaluateRequest message) {
    return message.getExplain()
        ? new Refused(Cause.INVALID, "`explain` is not available in a batch")
        : admit(message);
  }

  private Admission admit(Question question, Identification identification) {
    if (identification instanceof Identified identified) {
      return new Admitted(
          new Ask(
              question.by(identified, now),
              caller,
              Door.GRPC,
              Optional.empty(),
              identified.vouchers()));
    }
    return identification instanceof Unauthenticated unauthenticated
        ? new Refused(Cause.UNAUTHENTICATED, unauthenticated.message())
        : new Refused(Cause.FORBIDDEN, ((Forbidden) identification).message());
  }
}
