package dev.verdict.server.door.grpc;

import static dev.verdict.server.door.grpc.Messages.attribute;
import static dev.verdict.server.door.grpc.Messages.nested;
import static dev.verdict.server.door.grpc.Messages.question;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.verdict.policy.limit.Limit;
import dev.verdict.policy.limit.Limits;
import dev.verdict.proto.v1.BatchSemantic;
import dev.verdict.proto.v1.Decision;
import dev.verdict.proto.v1.DecisionServiceGrpc;
import dev.verdict.proto.v1.DecisionServiceGrpc.DecisionServiceBlockingStub;
import dev.verdict.proto.v1.EvaluateBatchRequest;
import dev.verdict.proto.v1.EvaluateBatchResponse;
import dev.verdict.proto.v1.EvaluateRequest;
import dev.verdict.proto.v1.Value;
import dev.verdict.server.configuration.ServerConfiguration;
import dev.verdict.server.decision.Door;
import dev.verdict.server.door.question.FakeDecisionService;
import dev.verdict.server.door.question.FakeIdentityGate;
import dev.verdict.server.door.question.Questions;
import dev.verdict.server.log.CapturedLog;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.Server;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.inprocess.InProcessChannelBuilder;
import io.grpc.inprocess.InProcessServerBuilder;
import io.grpc.stub.MetadataUtils;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class DecisionCallsTest {

  @RegisterExtension private final CapturedLog log = CapturedLog.of(Reply.class);

  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

  private final FakeDecisionService decisions = new FakeDecisionService();
  private final FakeIdentityGate gate = new FakeIdentityGate();
  private Server server;
  private ManagedChannel channel;
  private DecisionServiceBlockingStub stub;

  @BeforeEach
  void start() throws IOException {
    String name = InProcessServerBuilder.generateName();
    var questions =
        new Questions(
            Door.GRPC,
            decisions,
            gate,
            () -> Runnable::run,
            Clock.fixed(NOW, ZoneOffset.UTC),
            Limits.STANDARD,
            ServerConfiguration.DEFAULT_CALL_TIMEOUT);
    var calls = new DecisionCalls(questions, Limits.STANDARD);
    server =
        InProcessServerBuilder.forName(name).directExecutor().addService(calls).build().start();
    channel = InProcessChannelBuilder.forName(name).directExecutor().build();
    stub = DecisionServiceGrpc.newBlockingStub(channel);
  }

  @AfterEach
  void stop() {
    channel.shutdownNow();
    server.shutdownNow();
  }

  @Test
  void aQuestionIsAnsweredByTheDecisionService() {
    Decision permit = stub.evaluate(question("read").build()).getDecision();
    Decision deny = stub.evaluate(question("delete").build()).getDecision();

    assertThat(permit.getDecision()).isTrue();
    assertThat(permit.getRevision()).isEqualTo("r1");
    assertThat(permit.hasExplanation()).isFalse();
    assertThat(deny.getDecision()).isFalse();
    assertThat(deny.getReason().getCode()).isEqualTo("no_rule_matched");
  }

  @Test
  void theTimeIsTheServersAndOneForAllOfABatch() {
    stub.evaluateBatch(batch(question("read").build(), question("delete").build()));

    assertThat(decisions.asked).extracting(request -> request.now()).containsExactly(NOW, NOW);
  }

  @Test
  void anExplanationComesWhenAskedFor() {
    Decision decision = stub.evaluate(question("read").setExplain(true).build()).getDecision();

    assertThat(decision.getDecision()).isTrue();
    assertThat(decision.hasExplanation()).isTrue();
  }

  @Test
  void aQuestionThatCannotBeUnderstoodIsAnInvalidArgument() {
    EvaluateRequest.Builder tooDeep = question("read");
    tooDeep.addContext(attribute("a", nested(17)));

    fails(Status.Code.INVALID_ARGUMENT, () -> stub.evaluate(tooDeep.build()));
    fails(Status.Code.INVALID_ARGUMENT, () -> stub.evaluate(EvaluateRequest.getDefaultInstance()));
    assertThat(decisions.asked).isEmpty();
  }

  @Test
  void aBatchIsAnsweredInOrderByOneCallOfTheDecisionService() {
    List<Decision> answers =
        stub.evaluateBatch(
                batch(
                    question("read").build(), question("delete").build(), question("read").build()))
            .getDecisionsList();

    assertThat(answers).extracting(Decision::getDecision).containsExactly(true, false, true);
    assertThat(decisions.batches).containsExactly(3);
  }

  @Test
  void anItemThatCannotBeUnderstoodLeavesTheOthersUnharmed() {
    List<Decision> answers =
        stub.evaluateBatch(
                batch(
                    question("read").build(),
                    question("read").addContext(attribute("a", Value.getDefaultInstance())).build(),
                    question("read").setSubjectToken("forged").build(),
                    question("read").setExplain(true).build(),
                    question("read").setSubjectToken("alice-token").build()))
            .getDecisionsList();

    assertThat(answers)
        .extracting(Decision::getDecision)
        .containsExactly(true, false, false, false, true);
    assertThat(answers)
        .extracting(answer -> answer.getReason().getCode())
        .containsExactly(
            "permitted", "invalid_request", "unauthenticated", "invalid_request", "permitted");
    assertThat(answers.get(1).getReason().getMessage()).isEqualTo("`context[0].value` has no kind");
    assertThat(answers.get(1).getRevision()).isEmpty();
    assertThat(decisions.batches).containsExactly(2);
  }

  @Test
  void aBatchIsBounded() {
    EvaluateRequest item = EvaluateRequest.getDefaultInstance();

    assertThat(
            stub.evaluateBatch(
                    EvaluateBatchRequest.newBuilder()
                        .addAllEvaluations(Collections.nCopies(Limit.BATCH.standard(), item))
                        .build())
                .getDecisionsCount())
        .isEqualTo(Limit.BATCH.standard());
    StatusRuntimeException failure =
        fails(
            Status.Code.INVALID_ARGUMENT,
            () ->
                stub.evaluateBatch(
                    EvaluateBatchRequest.newBuilder()
                        .addAllEvaluations(Collections.nCopies(100_000, item))
                        .build()));
    assertThat(failure.getStatus().getDescription())
        .isEqualTo("`evaluations` has 100000 items (limit 1000)");
  }

  @Test
  void anEmptyBatchHasAnEmptyAnswer() {
    assertThat(stub.evaluateBatch(batch()).getDecisionsCount()).isZero();
  }

  @Test
  void theTokenOfACallIsVerifiedOnceForAllItsQuestions() {
    with("bearer good").evaluateBatch(batch(question("read").build(), question("read").build()));

    assertThat(gate.authenticated).containsExactly(Optional.of("good"));
  }

  @Test
  void aRejectedCallIsUnauthenticated() {
    StatusRuntimeException failure =
        fails(
            Status.Code.UNAUTHENTICATED,
            () -> with("Bearer forged").evaluate(question("read").build()));

    assertThat(failure.getStatus().getDescription()).isEqualTo("the token is not accepted");
  }

  @Test
  void whatIsNotOneBearerTokenIsNeverTakenForNone() {
    for (String value :
        List.of("Basic Zm9v", "good", "Bearer", "Bearer ", "Bearer a b", "Bearer a,Bearer b")) {
      fails(Status.Code.UNAUTHENTICATED, () -> with(value).evaluate(question("read").build()));
    }
    fails(
        Status.Code.UNAUTHENTICATED,
        () -> with("Bearer good", "Bearer good").evaluate(question("read").build()));
    assertThat(gate.authenticated).isEmpty();
    assertThat(decisions.asked).isEmpty();
  }

  @Test
  void aSubjectTokenThatIsNotAcceptedIsUnauthenticated() {
    fails(
        Status.Code.UNAUTHENTICATED,
        () -> stub.evaluate(question("read").setSubjectToken("forged").build()));
  }

  @Test
  void aSubjectIsMissingWhereTheCallersTokenNamesNone() {
    StatusRuntimeException failure =
        fails(
            Status.Code.INVALID_ARGUMENT,
            () -> stub.evaluate(question("read").clearRequester().build()));

    assertThat(failure.getStatus().getDescription()).isEqualTo("`subject` is missing");
  }

  @Test
  void theDefaultsOfABatchCompleteItsItems() {
    EvaluateBatchResponse response =
        stub.evaluateBatch(
            EvaluateBatchRequest.newBuilder()
                .setDefaults(question("read"))
                .addEvaluations(EvaluateRequest.getDefaultInstance())
                .addEvaluations(question("delete").clearRequester().clearResource())
                .addEvaluations(question("read").setSubjectToken("alice-token"))
                .build());

    assertThat(response.getDecisionsList())
        .extracting(Decision::getDecision)
        .containsExactly(true, false, true);
    assertThat(decisions.asked)
        .extracting(request -> request.subject().id())
        .containsExactly("alice", "alice", "alice");
  }

  @Test
  void aBatchThatEndsWithTheFirstDenyDecidesNothingAfterIt() {
    EvaluateBatchRequest.Builder batch =
        EvaluateBatchRequest.newBuilder()
            .setSemantic(BatchSemantic.BATCH_SEMANTIC_DENY_ON_FIRST_DENY)
            .addEvaluations(question("read"))
            .addEvaluations(question("read").setSubjectToken("forged"))
            .addEvaluations(question("read"));

    assertThat(stub.evaluateBatch(batch.build()).getDecisionsList())
        .extracting(answer -> answer.getReason().getCode())
        .containsExactly("permitted", "unauthenticated");
    assertThat(decisions.batches).containsExactly(1);
  }

  @Test
  void aSemanticThatIsNotKnownIsAnInvalidArgument() {
    fails(
        Status.Code.INVALID_ARGUMENT,
        () -> stub.evaluateBatch(EvaluateBatchRequest.newBuilder().setSemanticValue(9).build()));
  }

  @Test
  void aCallerThatMayNotAssertIsForbiddenTo() {
    fails(
        Status.Code.PERMISSION_DENIED,
        () -> with("Bearer plain").evaluate(question("read").build()));

    Decision inBatch =
        with("Bearer plain").evaluateBatch(batch(question("read").build())).getDecisions(0);
    assertThat(inBatch.getDecision()).isFalse();
    assertThat(inBatch.getReason().getCode()).isEqualTo("not_entitled");
  }

  @Test
  void aFaultInsideIsReportedWithoutItsMessageAndTheNextCallIsAnswered() {
    StatusRuntimeException failure =
        fails(Status.Code.INTERNAL, () -> stub.evaluate(question("break").build()));

    assertThat(failure.getStatus().getDescription())
        .isEqualTo("the decision point could not answer; nothing is permitted");
    assertThat(stub.evaluate(question("read").build()).getDecision().getDecision()).isTrue();
  }

  @Test
  void theLogOfAFaultSaysWhereAndNothingOfTheRequest() {
    fails(Status.Code.INTERNAL, () -> stub.evaluate(question("break").build()));

    assertThat(log.lines())
        .singleElement()
        .asString()
        .contains("grpc_call_failed", "FakeDecisionService.decide")
        .doesNotContain("secret-of-the-request");
    assertThat(log.events().get(0).getThrowableProxy()).isNull();
  }

  private DecisionServiceBlockingStub with(String... authorizations) {
    var metadata = new Metadata();
    for (String authorization : authorizations) {
      metadata.put(UnaryMethod.AUTHORIZATION, authorization);
    }
    return stub.withInterceptors(MetadataUtils.newAttachHeadersInterceptor(metadata));
  }

  private static EvaluateBatchRequest batch(EvaluateRequest... items) {
    return EvaluateBatchRequest.newBuilder().addAllEvaluations(List.of(items)).build();
  }

  private static StatusRuntimeException fails(Status.Code code, ThrowingCallable call) {
    var failure = assertThatExceptionOfType(StatusRuntimeException.class).isThrownBy(call).actual();
    assertThat(failure.getStatus().getCode()).isEqualTo(code);
    return failure;
  }
}
