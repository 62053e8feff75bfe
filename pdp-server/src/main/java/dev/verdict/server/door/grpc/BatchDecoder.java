package dev.verdict.server.door.grpc;

import static dev.verdict.server.door.grpc.WireFields.DELIMITED;
import static dev.verdict.server.door.grpc.WireFields.TYPE_BITS;
import static dev.verdict.server.door.grpc.WireFields.VARINT;

import dev.verdict.policy.limit.Limit;
import dev.verdict.policy.limit.Limits;
import dev.verdict.policy.request.InvalidRequestException;
import dev.verdict.proto.v1.EvaluateBatchRequest;
import dev.verdict.server.decision.BatchSemantic;
import dev.verdict.server.door.question.Batch;
import dev.verdict.server.door.question.Question;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Turns the fields of a batch into one. All items are read at once, since a batch is malformed
 * where one of them is; an item that breaks a rule of requests is refused when its turn comes.
 */
final class BatchDecoder {

  private static final int EVALUATIONS =
      EvaluateBatchRequest.EVALUATIONS_FIELD_NUMBER << TYPE_BITS | DELIMITED;
  private static final int SEMANTIC =
      EvaluateBatchRequest.SEMANTIC_FIELD_NUMBER << TYPE_BITS | VARINT;
  private static final int DEFAULTS =
      EvaluateBatchRequest.DEFAULTS_FIELD_NUMBER << TYPE_BITS | DELIMITED;

  private final MessageDecoder<Question> questions;
  private final int maxItems;

  private BatchDecoder(Limits limits) {
    questions = RequestDecoder.of(limits, /* nesting= */ 1);
    maxItems = limits.of(Limit.BATCH);
  }

  /** Decodes the messages of batches. */
  static MessageDecoder<Batch> of(Limits limits) {
    var decoder = new BatchDecoder(limits);
    return new MessageDecoder<>(
        decoder::read,
        input -> EvaluateBatchRequest.parseFrom(input).toByteArray(),
        /* nesting= */ 0);
  }

  private Batch read(byte[] bytes, int start, int end) throws IOException {
    var fields = new WireFields(bytes, start, end, 0);
    var items = new Items();
    Question defaults = null;
    int semantic = 0;
    for (int tag = fields.next(); tag != 0; tag = fields.next()) {
      switch (tag) {
        case EVALUATIONS -> item(fields, items);
        case SEMANTIC -> semantic = fields.enumeration();
        case DEFAULTS -> {
          WireFields.alone(defaults == null ? 0 : tag, tag);
          defaults = question(fields);
        }
        default -> fields.skip(tag);
      }
    }
    return new Batch(items, defaults == null ? new Question() : defaults, semantic(semantic));
  }

  /** More than are taken are only counted: the batch is refused. */
  private void item(WireFields fields, Items items) throws IOException {
    if (items.size >= maxItems) {
      fields.passOver();
    } else {
      try {
        items.read.add(new Item.Read(question(fields)));
      } catch (InvalidRequestException invalid) {
        items.read.add(new Item.Refused(invalid));
      }
    }
    items.size++;
  }

  private Question question(WireFields fields) throws IOException {
    int start = fields.passOver();
    return questions.decode(fields.bytes(), start, fields.position());
  }

  private static BatchSemantic semantic(int number) {
    var semantic = dev.verdict.proto.v1.BatchSemantic.forNumber(number);
    if (semantic == null) {
      throw new InvalidRequestException("`semantic` is not known");
    }
    return switch (semantic) {
      case BATCH_SEMANTIC_UNSPECIFIED, BATCH_SEMANTIC_EXECUTE_ALL -> BatchSemantic.EXECUTE_ALL;
      case BATCH_SEMANTIC_DENY_ON_FIRST_DENY -> BatchSemantic.DENY_ON_FIRST_DENY;
      case BATCH_SEMANTIC_PERMIT_ON_FIRST_PERMIT -> BatchSemantic.PERMIT_ON_FIRST_PERMIT;
      case UNRECOGNIZED -> throw new AssertionError("has no number");
    };
  }

  /** What came of one item. */
  private sealed interface Item {

    Question question();

    record Read(Question question) implements Item {}

    record Refused(InvalidRequestException invalid) implements Item {

      @Override
      public Question question() {
        throw invalid;
      }
    }
  }

  private static final class Items implements Batch.Items {

    private final List<Item> read = new ArrayList<>();
    private int size;

    @Override
    public int size() {
      return size;
    }

    @Override
    public Question read(int index) {
      return read.get(index).question();
    }
  }
}
