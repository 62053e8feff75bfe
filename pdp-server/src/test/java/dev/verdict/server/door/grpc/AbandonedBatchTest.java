package dev.verdict.server.door.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.verdict.proto.v1.DecisionServiceGrpc;
import dev.verdict.proto.v1.EvaluateBatchRequest;
import dev.verdict.proto.v1.EvaluateRequest;
import dev.verdict.server.door.question.PausedDecisions;
import dev.verdict.server.eventual.WorkAbandonedException;
import java.io.IOException;
import java.util.Collections;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Nothing more of a batch is decided once its call is cancelled. */
@Timeout(60)
final class AbandonedBatchTest {

  private static final int ITEMS = 1_000;
  private static final int CALL = 1;

  private final PausedDecisions decisions = new PausedDecisions();
  private OpenDoor grpc;
  private RawHttp2 caller;

  @BeforeEach
  void ask() throws Exception {
    grpc = OpenDoor.to(decisions);
    caller = new RawHttp2(grpc.door.address());
    caller
        .call(CALL, DecisionServiceGrpc.getEvaluateBatchMethod().getFullMethodName())
        .message(CALL, batch());
    decisions.awaitPause();
  }

  @AfterEach
  void close() throws IOException {
    caller.close();
    grpc.close();
  }

  @Test
  void aBatchEndsWithItsCall() throws Exception {
    caller.reset(CALL);

    assertAbandoned();
  }

  @Test
  void aBatchEndsWithItsConnection() throws Exception {
    caller.close();

    assertAbandoned();
  }

  @Test
  void aBatchThatSomebodyWaitsForIsDecided() throws Exception {
    decisions.release();

    assertThat(caller.await(RawHttp2.HEADERS).stream()).isEqualTo(CALL);
    assertThat(decisions.decided()).isEqualTo(ITEMS);
  }

  private void assertAbandoned() {
    decisions.release();

    assertThatThrownBy(() -> decisions.ended().get())
        .hasCauseInstanceOf(WorkAbandonedException.class);
    assertThat(decisions.decided()).isLessThan(5 * PausedDecisions.PAUSE);
  }

  private static byte[] batch() {
    EvaluateRequest.Builder question = Messages.question("read");
    question.getResourceBuilder().setType("document");
    return EvaluateBatchRequest.newBuilder()
        .setDefaults(question)
        .addAllEvaluations(Collections.nCopies(ITEMS, EvaluateRequest.getDefaultInstance()))
        .build()
        .toByteArray();
  }
}
