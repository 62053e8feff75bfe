package dev.verdict.server.door.authzen;

import dev.verdict.policy.decision.Decision;
import dev.verdict.policy.limit.Limits;
import dev.verdict.server.door.question.AnswerReceiver;
import dev.verdict.server.door.question.Asker;
import dev.verdict.server.door.question.OtherReasons;
import dev.verdict.server.door.question.PreparedAnswers;
import dev.verdict.server.door.question.Question;
import dev.verdict.server.door.question.Questions;
import dev.verdict.server.door.question.ShownExplanation;
import dev.verdict.server.json.JsonTokens;
import dev.verdict.server.json.JsonWriter;
import dev.verdict.server.refusal.Refusal;
import dev.verdict.server.transport.Answer;
import dev.verdict.server.transport.Responder;

/** One question, one decision (AuthZEN 1.0 §6). */
final class SingleEvaluation implements Evaluation {

  private final Questions questions;
  private final Limits limits;
  private final PreparedAnswers prepared = new PreparedAnswers(SingleEvaluation::written);

  SingleEvaluation(Questions questions, Limits limits) {
    this.questions = questions;
    this.limits = limits;
  }

  @Override
  public void evaluate(Asker asker, JsonTokens body, Responder responder) {
    body.beginDocument();
    Question question = new QuestionReader(body, limits).read();
    body.endDocument();
    answer(asker, question, responder);
  }

  /** Has one question answered that was read already. */
  void answer(Asker asker, Question question, Responder responder) {
    questions.ask(asker, question, new Written(prepared, responder));
  }

  private static byte[] written(Decision decision) {
    var json = new JsonWriter();
    new DecisionWriter(json).write(decision);
    return json.bytes();
  }

  /** Writes the answer. */
  private record Written(PreparedAnswers prepared, Responder responder) implements AnswerReceiver {

    @Override
    public void decided(Decision decision) {
      responder.answer(Answer.ok(prepared.of(decision)));
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
