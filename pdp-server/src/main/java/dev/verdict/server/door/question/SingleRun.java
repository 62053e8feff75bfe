package dev.verdict.server.door.question;

import dev.verdict.policy.decision.Decision;
import dev.verdict.policy.decision.Explanation;
import dev.verdict.policy.decision.ReasonCode;
import dev.verdict.server.decision.AnswerSize;
import dev.verdict.server.decision.Ask;
import dev.verdict.server.decision.DecisionService;
import dev.verdict.server.eventual.Eventual;
import dev.verdict.server.refusal.Refusal;
import dev.verdict.server.refusal.RefusalKind;

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
      decisions.explain(ask).deliver(this::explained, receiver::failed);
      return;
    }
    Eventual<Decision> decision = decisions.decide(ask);
    if (decision.isDone()) {
      answer(decision.value());
    } else {
      decision.deliver(this::answer, receiver::failed);
    }
  }

  /**
   * A right that only the policies could tell to be missing is refused like any other. Most
   * decisions hold no text of their own: those are not measured.
   */
  private void answer(Decision decision) {
    boolean plain = decision.obligations().isEmpty() && decision.advice().isEmpty();
    if (decision.reason().code() == ReasonCode.NOT_ENTITLED) {
      receiver.refused(new Refusal(RefusalKind.NOT_ENTITLED, decision.reason().message()));
    } else if (plain || !new AnswerSize().add(decision).isTooLarge()) {
      receiver.decided(decision);
    } else {
      receiver.refused(Refusal.ANSWER_TOO_LARGE);
    }
  }

  private void explained(Explanation explanation) {
    var shown = ShownExplanation.of(explanation);
    if (shown.decision().reason().code() == ReasonCode.NOT_ENTITLED) {
      answer(shown.decision());
    } else if (shown.isTooLarge()) {
      receiver.refused(Refusal.ANSWER_TOO_LARGE);
    } else {
      receiver.explained(shown);
    }
  }

  @Override
  public void refused(Refusal refusal) {
    receiver.refused(refusal);
  }
}
