package dev.verdict.server.door.grpc;

import static dev.verdict.server.door.grpc.Messages.question;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.verdict.policy.limit.Limits;
import dev.verdict.proto.v1.Decision;
import dev.verdict.proto.v1.DecisionServiceGrpc;
import dev.verdict.proto.v1.DecisionServiceGrpc.DecisionServiceBlockingStub;
import dev.verdict.proto.v1.EvaluateBatchRequest;
import dev.verdict.server.configuration.ServerConfiguration;
import dev.verdict.server.decision.Door;
import dev.verdict.server.door.question.FakeDecisionService;
import dev.verdict.server.door.question.FakeIdentityGate;
import dev.verdict.server.door.question.LateDecisionService;
import dev.verdict.server.door.question.Questions;
import io.grpc.ManagedChannel;
import io.grpc.Server;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.inprocess.InProcessChannelBuilder;
import io.grpc.inprocess.InProcessServerBuilder;
import java.io.IOException;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An answer that comes later, on another thread, is an answer like any other. */
@Timeout(60)
final class LateAnswersTest {

  private Server server;
  private ManagedChannel channel;
  private DecisionServiceBlockingStub stub;

  @BeforeEach
  void start() throws IOException {
    String name = InProcessServerBuilder.generateName();
    var questions =
        new Questions(
            Door.GRPC,
            new LateDecisionService(new FakeDecisionService()),
            new FakeIdentityGate(),
            () -> Runnable::run,
            Clock.systemUTC(),
            Limits.STANDARD,
            ServerConfiguration.DEFAULT_CALL_TIMEOUT);
    server =
        InProcessServerBuilder.forName(name)
            .directExecutor()
            .addService(new DecisionCalls(questions, Limits.STANDARD))
            .build()
            .start();
    channel = InProcessChannelBuilder.forName(name).build();
    stub = DecisionServiceGrpc.newBlockingStub(channel);
  }

  @AfterEach
  void stop() {
    channel.shutdownNow();
    server.shutdownNow();
  }

  @Test
  void aDecisionAnExplanationAndABatchArrive() {
    assertThat(stub.evaluate(question("read").build()).getDecision().getDecision()).isTrue();
    assertThat(
            stub.evaluate(question("read").setExplain(true).build()).getDecision().hasExplanation())
        .isTrue();
    assertThat(
            stub.evaluateBatch(
                    EvaluateBatchRequest.newBuilder()
                        .addEvaluations(question("read"))
                        .addEvaluations(question("read").setExplain(true))
                        .addEvaluations(question("delete"))
                        .build())
                .getDecisionsList())
        .extracting(Decision::getDecision)
        .containsExactly(true, false, false);
  }

  @Test
  void aFaultIsInternalAndTheNextCallIsAnswered() {
    assertThatExceptionOfType(StatusRuntimeException.class)
        .isThrownBy(() -> stub.evaluate(question("break").build()))
        .extracting(failure -> failure.getStatus().getCode())
        .isEqualTo(Status.Code.INTERNAL);

    assertThat(stub.evaluate(question("read").build()).getDecision().getDecision()).isTrue();
  }
}
