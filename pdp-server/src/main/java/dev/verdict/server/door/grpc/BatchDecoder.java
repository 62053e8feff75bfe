package dev.verdict.server.door.grpc;

import dev.verdict.policy.limit.Limits;
import dev.verdict.policy.request.InvalidRequestException;
import dev.verdict.proto.v1.EvaluateBatchRequest;
import dev.verdict.proto.v1.EvaluateRequest;
import dev.verdict.server.decision.BatchSemantic;
import dev.verdict.server.door.question.Batch;
import dev.verdict.server.door.question.Question;
import java.util.List;

/** Turns the message of a batch into one; its items are decoded when their turn comes. */
final class BatchDecoder {

  private BatchDecoder() {}

  /**
   * Decodes what is said of the batch as a whole.
   *
   * @throws InvalidRequestException where that cannot be understood
   */
  static Batch decode(EvaluateBatchRequest message, Limits limits) {
    return new Batch(
        new Items(message.getEvaluationsList(), limits),
        RequestDecoder.decode(message.getDefaults(), limits),
        semantic(message.getSemantic()));
  }

  private static BatchSemantic semantic(dev.verdict.proto.v1.BatchSemantic semantic) {
    return switch (semantic) {
      case BATCH_SEMANTIC_UNSPECIFIED, BATCH_SEMANTIC_EXECUTE_ALL -> BatchSemantic.EXECUTE_ALL;
      case BATCH_SEMANTIC_DENY_ON_FIRST_DENY -> BatchSemantic.DENY_ON_FIRST_DENY;
      case BATCH_SEMANTIC_PERMIT_ON_FIRST_PERMIT -> BatchSemantic.PERMIT_ON_FIRST_PERMIT;
      case UNRECOGNIZED -> throw new InvalidRequestException("`semantic` is not known");
    };
  }

  private record Items(List<EvaluateRequest> messages, Limits limits) implements Batch.Items {

    @Override
    public int size() {
      return messages.size();
    }

    @Override
    public Question read(int index) {
      return RequestDecoder.decode(messages.get(index), limits);
    }
  }
}
