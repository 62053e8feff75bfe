package dev.verdict.server.door.grpc;

import static dev.verdict.server.door.grpc.Messages.about;
import static dev.verdict.server.door.grpc.Messages.attribute;
import static dev.verdict.server.door.grpc.Messages.decimal;
import static dev.verdict.server.door.grpc.Messages.list;
import static dev.verdict.server.door.grpc.Messages.nested;
import static dev.verdict.server.door.grpc.Messages.text;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.verdict.policy.limit.Limits;
import dev.verdict.policy.request.InvalidRequestException;
import dev.verdict.proto.v1.EvaluateBatchRequest;
import dev.verdict.proto.v1.EvaluateRequest;
import dev.verdict.proto.v1.Value;
import dev.verdict.server.door.question.Batch;
import dev.verdict.server.fuzz.ByteFuzzer;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whatever the bytes of a message, it is decoded or refused. */
class MessageFuzzTest {

  private static final EvaluateRequest REQUEST =
      about(
          attribute("owner", text("alice")),
          attribute("amount", decimal("12.50")),
          attribute("n", Value.newBuilder().setInteger(-3).build()),
          attribute("flag", Value.newBuilder().setFlag(true).build()),
          attribute("tags", list(text("a"), text("b"))),
          attribute("deep", nested(12)));

  private static final List<byte[]> MESSAGES =
      List.of(
          EvaluateBatchRequest.newBuilder().addEvaluations(REQUEST).build().toByteArray(),
          EvaluateBatchRequest.newBuilder()
              .addEvaluations(REQUEST)
              .addEvaluations(EvaluateRequest.getDefaultInstance())
              .build()
              .toByteArray());

  @Test
  void everyMessageIsDecodedOrRefused() throws InterruptedException, IOException {
    new ByteFuzzer("grpc", MESSAGES, MessageFuzzTest::decode).run();
  }

  private static void decode(byte[] bytes) {
    try {
      Batch batch = BatchDecoder.of(Limits.STANDARD).decode(bytes);
      for (int i = 0; i < batch.items().size(); i++) {
        batch.items().read(i);
      }
    } catch (InvalidProtocolBufferException | InvalidRequestException refused) {
      // answered as an invalid argument
    }
  }
}
