package dev.verdict.server.door.grpc;

import dev.verdict.policy.decision.Decision;
import dev.verdict.proto.v1.EvaluateResponse;
import dev.verdict.server.door.question.BatchAnswer;
import dev.verdict.server.door.question.OtherReasons;
import dev.verdict.server.door.question.PreparedAnswers;
import dev.verdict.server.door.question.ShownExplanation;
import dev.verdict.server.refusal.Refusal;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes the answers to calls, as {@code EvaluateResponse} and {@code EvaluateBatchResponse}. The
 * contract gives the decision the same field number in both, so the answer to a batch is the
 * answers to its items one after the other. Safe for use by many threads at once.
 */
final class AnswerEncoder {

  private final PreparedAnswers prepared =
      new PreparedAnswers(decision -> written(DecisionEncoder.encode(decision)));

  byte[] encode(Decision decision) {
    return prepared.of(decision);
  }

  /** An answer with details: all reasons, as far as there is room. */
  byte[] encode(Decision decision, OtherReasons reasons) {
    return written(DecisionEncoder.encode(decision, reasons));
  }

  byte[] encode(ShownExplanation explanation) {
    return written(DecisionEncoder.encode(explanation));
  }

  byte[] encode(BatchAnswer answer) {
    var items = new Items();
    answer.forEach(items);
    return items.joined();
  }

  private static byte[] written(dev.verdict.proto.v1.Decision decision) {
    return EvaluateResponse.newBuilder().setDecision(decision).build().toByteArray();
  }

  /** Collects the answers to the items of a batch. */
  private final class Items implements BatchAnswer.Visitor {

    private final OtherReasons reasons = new OtherReasons();
    private final List<byte[]> forms = new ArrayList<>();
    private int length;

    @Override
    public void decided(Decision decision) {
      add(encode(decision));
    }

    @Override
    public void detailed(Decision decision) {
      add(encode(decision, reasons));
    }

    @Override
    public void refused(Refusal refusal) {
      add(written(DecisionEncoder.encode(refusal)));
    }

    private void add(byte[] form) {
      forms.add(form);
      length += form.length;
    }

    byte[] joined() {
      byte[] all = new byte[length];
      int position = 0;
      for (byte[] form : forms) {
        System.arraycopy(form, 0, all, position, form.length);
        position += form.length;
      }
      return all;
    }
  }
}
