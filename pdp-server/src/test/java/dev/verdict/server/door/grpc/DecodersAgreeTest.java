package dev.verdict.server.door.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.InvalidProtocolBufferException;
import dev.verdict.policy.limit.Limit;
import dev.verdict.policy.limit.Limits;
import dev.verdict.policy.request.Attributes;
import dev.verdict.policy.request.InvalidRequestException;
import dev.verdict.proto.v1.Actor;
import dev.verdict.proto.v1.Attribute;
import dev.verdict.proto.v1.EvaluateBatchRequest;
import dev.verdict.proto.v1.EvaluateRequest;
import dev.verdict.proto.v1.Resource;
import dev.verdict.proto.v1.Subject;
import dev.verdict.proto.v1.Value;
import dev.verdict.proto.v1.ValueList;
import dev.verdict.proto.v1.ValueRecord;
import dev.verdict.server.decision.BatchSemantic;
import dev.verdict.server.door.question.Batch;
import dev.verdict.server.door.question.Question;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The decoder reads and refuses what the generated code and the slow decoder of it do. */
class DecodersAgreeTest {

  private static final int MESSAGES = 5_000;
  private static final Limits LIMITS = Limits.STANDARD;

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 10})
  void everyQuestionIsReadAlike(int odd) throws IOException {
    long seed = Long.getLong("verdict.seed", 1);
    int accepted = 0;
    for (int i = 0; i < MESSAGES; i++) {
      byte[] message =
          new RandomMessages(new Random(seed + i), odd).of(EvaluateRequest.getDescriptor());
      Object read = outcome(() -> RequestDecoder.of(LIMITS, /* nesting= */ 0).decode(message));
      Object expected =
          outcome(() -> GeneratedMessages.decode(EvaluateRequest.parseFrom(message), LIMITS));
      assertSame("-Dverdict.seed=" + (seed + i), read, expected);
      accepted += read instanceof Question ? 1 : 0;
    }
    assertThat(accepted).isBetween(MESSAGES / 100, MESSAGES - MESSAGES / 100);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 10})
  void everyBatchIsReadAlike(int odd) throws IOException {
    long seed = Long.getLong("verdict.seed", 1);
    int accepted = 0;
    for (int i = 0; i < MESSAGES / 4; i++) {
      byte[] message =
          new RandomMessages(new Random(seed + i), odd).of(EvaluateBatchRequest.getDescriptor());
      Object read = outcome(() -> parts(BatchDecoder.of(LIMITS).decode(message)));
      Object expected = outcome(() -> parts(EvaluateBatchRequest.parseFrom(message)));
      assertSame("-Dverdict.seed=" + (seed + i), read, expected);
      accepted += read instanceof List<?> ? 1 : 0;
    }
    assertThat(accepted).isGreaterThan(MESSAGES / 1_000);
  }

  /** So that it cannot be forgotten here when the contract grows. */
  @Test
  void theDecoderKnowsEveryFieldOfTheContract() {
    assertThat(EvaluateRequest.getDescriptor().getFields())
        .extracting(FieldDescriptor::getName)
        .containsExactly(
            "subject",
            "subject_token",
            "action",
            "resource",
            "context",
            "actor",
            "explain",
            "details");
    assertThat(EvaluateBatchRequest.getDescriptor().getFields())
        .extracting(FieldDescriptor::getName)
        .containsExactly("evaluations", "semantic", "defaults");
    assertThat(Value.getDescriptor().getFields())
        .extracting(FieldDescriptor::getName)
        .containsExactly("text", "integer", "decimal", "flag", "list", "record");
    assertThat(Attribute.getDescriptor().getFields()).hasSize(2);
    assertThat(ValueList.getDescriptor().getFields()).hasSize(1);
    assertThat(ValueRecord.getDescriptor().getFields()).hasSize(1);
    assertThat(dev.verdict.proto.v1.Action.getDescriptor().getFields()).hasSize(2);
    for (var entity :
        List.of(Subject.getDescriptor(), Resource.getDescriptor(), Actor.getDescriptor())) {
      assertThat(entity.getFields())
          .extracting(field -> field.getNumber() + field.getName())
          .containsExactly("1type", "2id", "3properties");
    }
  }

  /** A question, or a text that says why there is none. */
  private static Object outcome(Decoding decoding) {
    try {
      return decoding.result();
    } catch (InvalidProtocolBufferException malformed) {
      return "malformed";
    } catch (InvalidRequestException invalid) {
      return invalid.getMessage();
    }
  }

  /** Reads a message, or fails as one of the two decoders does. */
  @FunctionalInterface
  private interface Decoding {

    Object result() throws InvalidProtocolBufferException;
  }

  private static void assertSame(String which, Object read, Object expected) {
    assertThat(read)
        .as(which)
        .usingRecursiveComparison()
        .withEqualsForType(Attributes::equals, Attributes.class)
        .isEqualTo(expected);
  }

  private static Object parts(Batch batch) {
    var parts = new ArrayList<Object>(List.of(batch.semantic(), batch.defaults()));
    for (int i = 0; i < batch.items().size(); i++) {
      int index = i;
      parts.add(outcome(() -> batch.items().read(index)));
    }
    return parts;
  }

  private static Object parts(EvaluateBatchRequest message) {
    Question defaults = GeneratedMessages.decode(message.getDefaults(), LIMITS);
    BatchSemantic semantic =
        switch (message.getSemanticValue()) {
          case 0, 1 -> BatchSemantic.EXECUTE_ALL;
          case 2 -> BatchSemantic.DENY_ON_FIRST_DENY;
          case 3 -> BatchSemantic.PERMIT_ON_FIRST_PERMIT;
          default -> throw new InvalidRequestException("`semantic` is not known");
        };
    var parts = new ArrayList<Object>(List.of(semantic, defaults));
    for (EvaluateRequest item : message.getEvaluationsList()) {
      parts.add(outcome(() -> GeneratedMessages.decode(item, LIMITS)));
    }
    return parts;
  }

  @Test
  void moreItemsThanAreTakenAreOnlyCounted() throws InvalidProtocolBufferException {
    int limit = LIMITS.of(Limit.BATCH);
    var message = EvaluateBatchRequest.newBuilder();
    for (int i = 0; i <= limit; i++) {
      message.addEvaluations(EvaluateRequest.getDefaultInstance());
    }

    Batch batch = BatchDecoder.of(LIMITS).decode(message.build().toByteArray());

    assertThat(batch.items().size()).isEqualTo(limit + 1);
  }
}
