package dev.verdict.server.door.authzen;

import dev.verdict.policy.decision.Decision;
import dev.verdict.policy.limit.Limits;
import dev.verdict.policy.request.Attributes;
import dev.verdict.policy.request.InvalidRequestException;
import dev.verdict.policy.request.Value;
import dev.verdict.server.door.question.Asker;
import dev.verdict.server.door.question.Batch;
import dev.verdict.server.door.question.BatchAnswer;
import dev.verdict.server.door.question.BatchReceiver;
import dev.verdict.server.door.question.OtherReasons;
import dev.verdict.server.door.question.Question;
import dev.verdict.server.door.question.Questions;
import dev.verdict.server.json.JsonWriter;
import dev.verdict.server.refusal.Refusal;
import dev.verdict.server.transport.Answer;
import dev.verdict.server.transport.Responder;
import java.util.List;
import java.util.Optional;

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
  public void evaluate(Asker asker, Attributes body, Responder responder) {
    Optional<List<Value>> items = Member.list(body, "evaluations");
    if (items.isEmpty() || items.get().isEmpty()) {
      single.evaluate(asker, body, responder);
      return;
    }
    EvaluationOptions options = EvaluationOptions.read(body);
    var batch =
        new Batch(
            new Items(items.get(), limits), QuestionReader.read(body, limits), options.semantic());
    questions.askAll(asker, batch, new Written(responder));
  }

  private record Items(List<Value> values, Limits limits) implements Batch.Items {

    @Override
    public int size() {
      return values.size();
    }

    @Override
    public Question read(int index) {
      if (values.get(index) instanceof Value.Structure structure) {
        return QuestionReader.read(structure.attributes(), limits);
      }
      throw new InvalidRequestException("the item is not an object");
    }
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
