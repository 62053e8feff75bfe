package dev.verdict.server.door.question;

import dev.verdict.policy.decision.Decision;
import dev.verdict.policy.decision.Explanation;
import dev.verdict.policy.decision.ReasonCode;
import dev.verdict.server.decision.AnswerSize;
import dev.verdict.server.decision.Ask;
import dev.verdict.server.decision.DecisionService;
import dev.verdict.server.eventual.Deadline;
import dev.verdict.server.eventual.Eventual;
import dev.verdict.server.eventual.WorkAbandonedException;
import dev.verdict.server.refusal.Refusal;
import dev.verdict.server.refusal.RefusalKind;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of one question once it is admitted or not. Time is only looked at where something
 * is not there at once.
 */
final class SingleRun implements AdmissionReceiver {

  private final DecisionService decisions;
  private final CallTime time;
  private final Asker asker;
  private final boolean explain;
  private final boolean details;
  private final AnswerReceiver receiver;
  private @Nullable Deadline deadline;

  SingleRun(
      DecisionService decisions,
      CallTime time,
      Asker asker,
      Question question,
      AnswerReceiver receiver) {
    this.decisions = decisions;
    this.time = time;
    this.asker = asker;
    this.explain = question.explain();
    this.details = question.details();
    this.receiver = receiver;
  }

  @Override
  public void admitted(Ask ask) {
    if (explain) {
      inTime(decisions.explain(ask)).deliver(this::explained, this::failed);
      return;
    }
    Eventual<Decision> decision = decisions.decide(ask);
    if (decision.isDone()) {
      answer(decision.value());
    } else {
      inTime(decision).deliver(this::answer, this::failed);
    }
  }

  /** The same result, unless it comes too late: then {@link #failed} hears of that. */
  <T> Eventual<T> inTime(Eventual<T> result) {
    if (result.isDone()) {
      return result;
    }
    Deadline begun = deadline;
    if (begun == null) {
      begun = time.begin(asker.gone());
      deadline = begun;
    }
    return begun.keep(result);
  }

  /** Hears what prevented an answer that did not come at once. */
  void failed(Throwable fault) {
    if (fault instanceof WorkAbandonedException) {
      receiver.refused(Refusal.DEADLINE_EXCEEDED);
    } else {
      receiver.failed(fault);
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
      decided(decision);
    } else {
      receiver.refused(Refusal.ANSWER_TOO_LARGE);
    }
  }

  private void decided(Decision decision) {
    if (details) {
      receiver.detailed(decision);
    } else {
      receiver.decided(decision);
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
