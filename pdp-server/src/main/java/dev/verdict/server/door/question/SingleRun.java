package dev.verdict.server.door.question;

import dev.verdict.policy.decision.Decision;
import dev.verdict.server.decision.AnswerSize;
import dev.verdict.server.decision.Ask;
import dev.verdict.server.decision.DecisionService;
import dev.verdict.server.eventual.Eventual;
import dev.verdict.server.refusal.Refusal;

/** What becomes of one question once it is admitted or not. */
final class SingleRun implements AdmissionReceiver {

  private final DecisionService decisions;
  private final boolean explain;
  private final AnswerReceiver receiver;

  SingleRun(DecisionService decisions, boolean explain, AnswerReceiver receiver) {
    this.decisions = decisions;
    this.explain = explain;
    this.receiver = receiver;
  }

  @Override
  public void admitted(Ask ask) {
    if (explain) {
      decisions.explain(ask).deliver(receiver::explained, receiver::failed);
      return;
    }
    Eventual<Decision> decision = decisions.decide(ask);
    if (decision.isDone()) {
      answer(decision.value());
    } else {
      decision.deliver(this::answer, receiver::failed);
    }
  }

  /** Most decisions hold no text of their own: those are not looked at. */
  private void answer(Decision decision) {
    boolean plain = decision.obligations().isEmpty() && decision.advice().isEmpty();
    if (plain || !new AnswerSize().add(decision).isTooLarge()) {
      receiver.decided(decision);
    } else {
      receiver.refused(Refusal.ANSWER_TOO_LARGE);
    }
  }

  @Override
  public void refused(Refusal refusal) {
    receiver.refused(refusal);
  }
}
