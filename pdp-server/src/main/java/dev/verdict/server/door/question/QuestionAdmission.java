package dev.verdict.server.door.question;

import dev.verdict.policy.limit.Limits;
import dev.verdict.policy.request.InvalidRequestException;
import dev.verdict.server.decision.Ask;
import dev.verdict.server.decision.Door;
import dev.verdict.server.identity.Identification;
import dev.verdict.server.identity.IdentityGate;
import dev.verdict.server.refusal.Refusal;
import dev.verdict.server.refusal.RefusalKind;
import java.time.Instant;

/** Makes an ask of a question: the one place where limits and the caller's rights are settled. */
final class QuestionAdmission {

  private final Door door;
  private final IdentityGate gate;
  private final Limits limits;

  QuestionAdmission(Door door, IdentityGate gate, Limits limits) {
    this.door = door;
    this.gate = gate;
    this.limits = limits;
  }

  /** Tells the receiver what becomes of a question. */
  void admit(Asker asker, Question question, Instant now, AdmissionReceiver receiver) {
    try {
      question.check(asker.caller().subject().isPresent(), limits);
    } catch (InvalidRequestException invalid) {
      receiver.refused(Refusal.of(invalid));
      return;
    }
    gate.identify(asker.caller(), question.claim(), question.actor())
        .accept(new Settling(asker, question, now, receiver));
  }

  /** A question within all limits, once it is known what its subject is. */
  private final class Settling implements Identification.Visitor<AdmissionReceiver> {

    private final Asker asker;
    private final Question question;
    private final Instant now;
    private final AdmissionReceiver receiver;

    Settling(Asker asker, Question question, Instant now, AdmissionReceiver receiver) {
      this.asker = asker;
      this.question = question;
      this.now = now;
      this.receiver = receiver;
    }

    @Override
    public AdmissionReceiver identified(Identification.Identified identified) {
      receiver.admitted(
          new Ask(
              question.request(identified.subject(), identified.actor(), now),
              asker.caller(),
              door,
              asker.requestId(),
              identified.vouchers()));
      return receiver;
    }

    @Override
    public AdmissionReceiver unauthenticated(String message) {
      return refuse(RefusalKind.UNAUTHENTICATED, message);
    }

    @Override
    public AdmissionReceiver forbidden(String message) {
      return refuse(RefusalKind.FORBIDDEN, message);
    }

    private AdmissionReceiver refuse(RefusalKind kind, String message) {
      receiver.refused(new Refusal(kind, message));
      return receiver;
    }
  }
}
