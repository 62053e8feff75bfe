package dev.verdict.server.door.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.verdict.policy.decision.Decision;
import dev.verdict.policy.decision.Explanation;
import dev.verdict.policy.decision.Reason;
import dev.verdict.policy.decision.ReasonCode;
import dev.verdict.proto.v1.DecisionServiceGrpc;
import dev.verdict.proto.v1.EvaluateBatchRequest;
import dev.verdict.proto.v1.EvaluateBatchResponse;
import dev.verdict.proto.v1.EvaluateRequest;
import dev.verdict.server.configuration.ConnectionLimits;
import dev.verdict.server.decision.Ask;
import dev.verdict.server.decision.BatchSemantic;
import dev.verdict.server.decision.DecisionService;
import dev.verdict.server.eventual.Eventual;
import dev.verdict.server.eventual.Turns;
import io.grpc.CallOptions;
import io.grpc.ClientCall;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.Status;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Those who do not read the answers to their calls: HTTP/2 lets them keep the server waiting. */
@Timeout(60)
final class SlowReaderTest {

  private static final int LARGE = 3 << 20;
  private static final int ITEMS = 50;

  private OpenDoor grpc;

  @BeforeEach
  void open() throws IOException {
    grpc =
        OpenDoor.to(
            new WordyDecisions(),
            new ConnectionLimits(
                100, 100, Duration.ofSeconds(60), Duration.ofMinutes(5), 256, 4L << 20));
  }

  @AfterEach
  void close() {
    grpc.close();
  }

  @Test
  void whoReadsNothingOfALargeAnswerIsCutOff() throws Exception {
    var call = new UnreadCall();
    OpenDoor.await(() -> held() >= LARGE);
    grpc.skip(Duration.ofSeconds(25));
    assertThat(call.status).isNotDone();

    grpc.skip(Duration.ofSeconds(6));

    grpc.awaitConnections(0);
    assertThat(held()).isZero();
    assertThat(call.read().getCode()).isEqualTo(Status.Code.UNAVAILABLE);
    grpc.awaitMetric("{cause=\"answer_not_taken\",listener=\"grpc\"} 1.0");
  }

  @Test
  void moreThanFitsMayNotWaitAndOthersAreAnswered() throws Exception {
    var unread = new UnreadCall();
    OpenDoor.await(() -> held() >= LARGE);

    assertThat(new UnreadCall().read().getCode()).isEqualTo(Status.Code.UNAVAILABLE);
    assertThat(grpc.as("").evaluate(Messages.question("read").build()).hasDecision()).isTrue();

    assertThat(unread.read().isOk()).isTrue();
    OpenDoor.await(() -> held() == 0);
    assertThat(new UnreadCall().read().isOk()).isTrue();
  }

  @Test
  void anAnswerIsLetGoWithItsCall() {
    var call = new UnreadCall();
    OpenDoor.await(() -> held() >= LARGE);

    call.cancel();

    OpenDoor.await(() -> held() == 0);
  }

  /** A connection may have many calls, and each may have an answer that is not large. */
  @Test
  void answersThatAreNotLargeCountToo() {
    ManagedChannel channel = grpc.connect();
    for (int i = 0; i < 60; i++) {
      new UnreadCall(channel, 1);
    }

    OpenDoor.await(() -> held() > 40 * WordyDecisions.WORDS);
  }

  private long held() {
    return grpc.connections.answers().bytes().held();
  }

  /** A batch whose answer is not read. */
  private final class UnreadCall extends ClientCall.Listener<EvaluateBatchResponse> {

    private final CompletableFuture<Status> status = new CompletableFuture<>();
    private final ClientCall<EvaluateBatchRequest, EvaluateBatchResponse> call;

    UnreadCall() {
      this(grpc.connect(), ITEMS);
    }

    UnreadCall(ManagedChannel channel, int items) {
      call = channel.newCall(DecisionServiceGrpc.getEvaluateBatchMethod(), CallOptions.DEFAULT);
      call.start(this, new Metadata());
      call.sendMessage(
          EvaluateBatchRequest.newBuilder()
              .setDefaults(Messages.question("read"))
              .addAllEvaluations(Collections.nCopies(items, EvaluateRequest.getDefaultInstance()))
              .build());
      call.halfClose();
    }

    /** Reads now, and returns how the call ended. */
    Status read() throws Exception {
      call.request(2);
      return status.get();
    }

    void cancel() {
      call.cancel("gone", null);
    }

    @Override
    public void onClose(Status ended, Metadata trailers) {
      status.complete(ended);
    }
  }

  /** Has much to say. */
  private static final class WordyDecisions implements DecisionService {

    private static final int WORDS = 62_915;

    private static final Decision DENY =
        Decision.deny(new Reason(ReasonCode.NO_RULE_MATCHED, "w".repeat(WORDS)), "r1");

    @Override
    public Eventual<Decision> decide(Ask ask) {
      return Eventual.of(
          Decision.deny(new Reason(ReasonCode.NO_RULE_MATCHED, "no rule matched"), "r1"));
    }

    @Override
    public Eventual<List<Decision>> decideAll(List<Ask> asks, BatchSemantic semantic, Turns turns) {
      return Eventual.of(Collections.nCopies(asks.size(), DENY));
    }

    @Override
    public Eventual<Explanation> explain(Ask ask) {
      throw new AssertionError("not asked");
    }
  }
}
