package dev.verdict.server.door.authzen;

import dev.verdict.policy.decision.Decision;
import dev.verdict.policy.limit.Limits;
import dev.verdict.server.door.question.Asker;
import dev.verdict.server.door.question.Batch;
import dev.verdict.server.door.question.BatchAnswer;
import dev.verdict.server.door.question.BatchReceiver;
import dev.verdict.server.door.question.OtherReasons;
import dev.verdict.server.door.question.Questions;
import dev.verdict.server.json.JsonTokens;
import dev.verdict.server.json.JsonWriter;
import dev.verdict.server.refusal.Refusal;
import dev.verdict.server.transport.Answer;
import dev.verdict.server.transport.Responder;

/** Many questions, answered in their order by one snapshot (AuthZEN 1.0 §7). */
final class BatchEvaluation implements Evaluation {

  private final SingleEvaluation single;
  private final Questions questions;
  private final Limits limits;

  BatchEvaluation(SingleEvaluation single, Questions questions, Limits limits) {
    this.single = single;
    this.questions = questions;
    this.limits = limits;
  }

  /** Without items it is a single evaluation, and so is its answer. */
  @Override
  public void evaluate(Asker asker, JsonTokens body, Responder responder) {
    var items = new BatchItems(body, limits);
    var defaults = new QuestionReader(body, limits);
    body.beginDocument();
    while (body.nextMember()) {
      if (body.nameIs("evaluations") && !body.isNull()) {
        items.find();
      } else {
        defaults.readMember();
      }
    }
    body.endDocument();
    if (items.size() == 0) {
      single.answer(asker, defaults.question(), responder);
    } else {
      answer(
          asker, new Batch(items, defaults.question(), defaults.options().semantic()), responder);
    }
  }

  /** Has a batch answered of which the body was read already. */
  void answer(Asker asker, Batch batch, Responder responder) {
    questions.askAll(asker, batch, new Written(responder));
  }

  /** Writes the answer. */
  private record Written(Responder responder) implements BatchReceiver {

    @Override
    public void answered(BatchAnswer answer) {
      var json = new JsonWriter();
      json.beginObject().beginList("evaluations");
      answer.forEach(new Item(new DecisionWriter(json), new OtherReasons()));
      json.endList().endObject();
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

  private record Item(DecisionWriter writer, OtherReasons reasons) implements BatchAnswer.Visitor {

    @Override
    public void decided(Decision decision) {
      writer.writeBare(decision);
    }

    @Override
    public void detailed(Decision decision) {
      writer.write(decision, reasons);
    }

    @Override
    public void refused(Refusal refusal) {
      writer.write(refusal);
    }
  }
}
