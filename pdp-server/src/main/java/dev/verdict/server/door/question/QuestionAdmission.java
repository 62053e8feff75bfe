package dev.verdict.server.door.question;

import dev.verdict.policy.limit.Limits;
import dev.verdict.policy.request.AccessRequest;
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

  Admission admit(Asker asker, QuestionParts parts, Instant now) {
    Question question;
    try {
      question = parts.question(asker.caller().subject().isPresent(), limits);
    } catch (InvalidRequestException invalid) {
      return new Admission.Refused(Refusal.of(invalid));
    }
    return gate.identify(asker.caller(), question.claim(), question.actor())
        .accept(new Settling(asker, question, now));
  }

  /** The question, once it is known what its subject is. */
  private final class Settling implements Identification.Visitor<Admission> {

    private final Asker asker;
    private final Question question;
    private final Instant now;

    Settling(Asker asker, Question question, Instant now) {
      this.asker = asker;
      this.question = question;
      this.now = now;
    }

    @Override
    public Admission identified(Identification.Identified identified) {
      var request =
          new AccessRequest(
              identified.subject(),
              question.action(),
              question.resource(),
              question.context(),
              identified.actor(),
              now);
      return new Admission.Admitted(
          new Ask(request, asker.caller(), door, asker.requestId(), identified.vouchers()));
    }

    @Override
    public Admission unauthenticated(String message) {
      return new Admission.Refused(new Refusal(RefusalKind.UNAUTHENTICATED, message));
    }

    @Override
    public Admission forbidden(String message) {
      return new Admission.Refused(new Refusal(RefusalKind.FORBIDDEN, message));
    }
  }
}
