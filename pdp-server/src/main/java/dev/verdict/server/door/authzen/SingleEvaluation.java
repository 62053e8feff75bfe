package dev.verdict.server.door.authzen;

import dev.verdict.policy.decision.Decision;
import dev.verdict.policy.limit.Limits;
import dev.verdict.policy.request.Attributes;
import dev.verdict.server.door.question.AnswerReceiver;
import dev.verdict.server.door.question.Asker;
import dev.verdict.server.door.question.OtherReasons;
import dev.verdict.server.door.question.Questions;
import dev.verdict.server.door.question.ShownExplanation;
import dev.verdict.server.json.JsonWriter;
import dev.verdict.server.refusal.Refusal;
import dev.verdict.server.transport.Answer;
import dev.verdict.server.transport.Responder;

/** One question, one decision (AuthZEN 1.0 §6). */
final class SingleEvaluation implements Evaluation {

  private final Questions questions;
  private final Limits limits;

  SingleEvaluation(Questions questions, Limits limits) {
    this.questions = questions;
    this.limits = limits;
  }

  @Override
  public void evaluate(Asker asker, Attributes body, Responder responder) {
    questions.ask(asker, QuestionReader.read(body, limits), new Written(responder));
  }

  /** Writes the answer. */
  private record Written(Responder responder) implements AnswerReceiver {

    @Override
    public void decided(Decision decision) {
      var json = new JsonWriter();
      new DecisionWriter(json).write(decision);
      responder.answer(Answer.ok(json));
    }

    @Override
    public void detailed(Decision decision) {
      var json = new JsonWriter();
      new DecisionWriter(json).write(decision, new OtherReasons());
      responder.answer(Answer.ok(json));
    }

    @Override
    public void explained(ShownExplanation explanation) {
      var json = new JsonWriter();
      new DecisionWriter(json).write(explanation);
      responder.answer(Answer.ok(json));
    }

    @Override
    public void refused(Refusal refusal) {
      responder.answer(Challenge.answer(refusal));
    }

    @Override
    public void failed(Throwable fault) {
      responder.failed(fault);
    }
  }
}
