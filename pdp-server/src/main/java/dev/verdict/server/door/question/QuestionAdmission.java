package dev.verdict.server.door.question;

import dev.verdict.policy.limit.Limits;
import dev.verdict.policy.request.InvalidRequestException;
import dev.verdict.server.decision.Ask;
import dev.verdict.server.decision.Door;
import dev.verdict.server.identity.Identification;
import dev.verdict.server.identity.IdentityGate;
import dev.verdict.server.identity.SubjectClaim;
import dev.verdict.server.identity.SubjectToken;
import dev.verdict.server.refusal.Refusal;
import dev.verdict.server.refusal.RefusalKind;
import java.time.Instant;
import java.util.Optional;

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

  /**
   * Makes sure that a question is complete and within all limits.
   *
   * @throws InvalidRequestException where it is not
   */
  void check(Asker asker, Question question) {
    question.check(asker.caller().subject().isPresent(), limits);
  }

  /** Tells the receiver what becomes of a checked question in which no token stands for anybody. */
  void admit(Asker asker, Question question, Instant now, AdmissionReceiver receiver) {
    new Settling(asker, question, now, receiver).identify(question.claim());
  }

  /** The same, for a question in which a token stands for the subject. */
  void admit(
      Asker asker, Question question, SubjectToken token, Instant now, AdmissionReceiver receiver) {
    var settling = new Settling(asker, question, now, receiver);
    var unused = token.accept(settling);
  }

  /** A question within all limits, once it is known what its subject is. */
  private final class Settling
      implements Identification.Visitor<AdmissionReceiver>,
          SubjectToken.Visitor<AdmissionReceiver> {

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

    AdmissionReceiver identify(SubjectClaim claim) {
      Optional<String> missing = question.missingRight(asker.caller().rights());
      if (missing.isPresent()) {
        return refuse(RefusalKind.NOT_ENTITLED, missing.get());
      }
      return gate.identify(asker.caller(), claim, question.actor()).accept(this);
    }

    @Override
    public AdmissionReceiver accepted(SubjectToken.Accepted token) {
      return identify(new SubjectClaim.Token(token));
    }

    @Override
    public AdmissionReceiver rejected(String message) {
      return refuse(RefusalKind.UNAUTHENTICATED, message);
    }

    @Override
    public AdmissionReceiver overloaded(String message) {
      return refuse(RefusalKind.OVERLOADED, message);
    }

    @Override
    public AdmissionReceiver identified(Identification.Identified identified) {
      receiver.admitted(
          new Ask(
              question.request(
                  identified.subject(),
                  identified.actor(),
                  now,
                  identified.vouchers().entitlement(asker.caller().rights())),
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
      return refuse(RefusalKind.NOT_ENTITLED, message);
    }

    private AdmissionReceiver refuse(RefusalKind kind, String message) {
      receiver.refused(new Refusal(kind, message));
      return receiver;
    }
  }
}
