package dev.verdict.client.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.verdict.client.AccessRequest;
import dev.verdict.client.Answers;
import dev.verdict.client.FailureMode;
import dev.verdict.client.InProcessPdp;
import dev.verdict.client.PdpClient;
import dev.verdict.client.PdpClientBuilder;
import dev.verdict.client.Resource;
import dev.verdict.client.Subject;
import dev.verdict.proto.v1.EvaluateResponse;
import io.grpc.CallOptions;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.Server;
import io.grpc.ServerCall;
import io.grpc.ServerInterceptors;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.inprocess.InProcessChannelBuilder;
import io.grpc.inprocess.InProcessServerBuilder;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class AuthorizationServerInterceptorTest {

  private final InProcessPdp process = new InProcessPdp();
  private final EchoService echo = new EchoService();
  private Server server;
  private ManagedChannel channel;

  @AfterEach
  void stop() {
    channel.shutdownNow();
    server.shutdownNow();
    process.close();
  }

  @Test
  void aPermittedCallRunsAndKnowsItsDecision() throws IOException {
    process.pdp().answers(Answers.permit());
    start(builder -> builder, AuthorizationServerInterceptorTest::question);

    assertThat(unary("hello")).isEqualTo("hello");
    assertThat(echo.decisions).singleElement().satisfies(d -> assertThat(d.permitted()).isTrue());
  }

  @Test
  void theQuestionIsTheOneTheCallIsMappedTo() throws IOException {
    process.pdp().answers(Answers.permit());
    start(builder -> builder, AuthorizationServerInterceptorTest::question);

    unary("hello");

    assertThat(process.asked())
        .singleElement()
        .satisfies(
            asked -> {
              assertThat(asked.getSubject().getId()).isEqualTo("alice");
              assertThat(asked.getAction().getName()).isEqualTo("call");
              assertThat(asked.getResource().getId()).isEqualTo("test.Echo/Unary");
            });
  }

  @Test
  void aDeniedCallNeverReachesItsMethod() throws IOException {
    process.pdp().answers(Answers.deny());
    start(builder -> builder, AuthorizationServerInterceptorTest::question);

    Status status = refused();

    assertThat(status.getCode()).isEqualTo(Status.Code.PERMISSION_DENIED);
    assertThat(status.getDescription()).isEqualTo("not permitted");
    assertThat(echo.seen).isEmpty();
    assertThat(echo.started.get()).isZero();
  }

  @Test
  void aPermitWithAnObligationThatNobodyDoesIsRefused() throws IOException {
    process.pdp().answers(Answers.permit("audit"));
    start(builder -> builder.handsOver("audit"), AuthorizationServerInterceptorTest::question);

    assertThat(refused().getCode()).isEqualTo(Status.Code.PERMISSION_DENIED);
    assertThat(echo.started.get()).isZero();
  }

  @Test
  void aPermitForSomeFieldsIsRefusedUnlessTheMethodMasks() throws IOException {
    process.pdp().answers(Answers.permitExcept("iban"));
    start(builder -> builder, AuthorizationServerInterceptorTest::question);
    assertThat(refused().getCode()).isEqualTo(Status.Code.PERMISSION_DENIED);
    assertThat(echo.started.get()).isZero();

    start(builder -> builder, (call, metadata) -> question(call, metadata).maskingFields());
    assertThat(unary("hello")).isEqualTo("hello");
    assertThat(echo.decisions)
        .singleElement()
        .satisfies(decision -> assertThat(decision.fields().covers("iban")).isFalse());
  }

  @Test
  void withoutADecisionTheCallIsRefusedAsUnavailable() throws IOException {
    start(builder -> builder, AuthorizationServerInterceptorTest::question);
    for (Status.Code code :
        List.of(
            Status.Code.UNAVAILABLE,
            Status.Code.INTERNAL,
            Status.Code.PERMISSION_DENIED,
            Status.Code.INVALID_ARGUMENT)) {
      process.pdp().onEvaluate((q, observer) -> observer.onError(code.toStatus().asException()));
      assertThat(refused().getCode()).isEqualTo(Status.Code.UNAVAILABLE);
    }
    assertThat(echo.started.get()).isZero();
  }

  @Test
  void aClientThatMakesDeniesOfFailuresRefusesThemAsNotPermitted() throws IOException {
    process.pdp().onEvaluate((q, observer) -> observer.onError(Status.UNAVAILABLE.asException()));
    start(
        builder -> builder.onFailure(FailureMode.DENY),
        AuthorizationServerInterceptorTest::question);

    assertThat(refused().getCode()).isEqualTo(Status.Code.PERMISSION_DENIED);
  }

  @Test
  void aTokenThatIsNotAcceptedIsUnauthenticated() throws IOException {
    process
        .pdp()
        .onEvaluate((q, observer) -> observer.onError(Status.UNAUTHENTICATED.asException()));
    start(builder -> builder, AuthorizationServerInterceptorTest::question);

    assertThat(refused().getCode()).isEqualTo(Status.Code.UNAUTHENTICATED);
  }

  @Test
  void theMappingMayRefuseACall() throws IOException {
    process.pdp().answers(Answers.permit());
    start(
        builder -> builder,
        (call, metadata) -> {
          throw Status.UNAUTHENTICATED.withDescription("no credential").asRuntimeException();
        });

    Status status = refused();

    assertThat(status.getCode()).isEqualTo(Status.Code.UNAUTHENTICATED);
    assertThat(status.getDescription()).isEqualTo("no credential");
    assertThat(echo.started.get()).isZero();
  }

  @Test
  void aMappingThatFailsRefusesTheCall() throws IOException {
    process.pdp().answers(Answers.permit());
    start(
        builder -> builder,
        (call, metadata) -> {
          throw new IllegalStateException("a bug");
        });

    assertThat(refused().getCode()).isEqualTo(Status.Code.INTERNAL);
    assertThat(echo.started.get()).isZero();
  }

  @Test
  void messagesAreWithheldUntilThePermitAndThenArriveInOrder() throws Exception {
    BlockingQueue<StreamObserver<EvaluateResponse>> questions = new LinkedBlockingQueue<>();
    process.pdp().onEvaluate((q, observer) -> questions.add(observer));
    start(builder -> builder, AuthorizationServerInterceptorTest::question);
    var answers = new Answered();
    StreamObserver<String> requests = stream(answers);
    for (int i = 0; i < 50; i++) {
      requests.onNext("m" + i);
    }
    requests.onCompleted();
    StreamObserver<EvaluateResponse> question = questions.take();
    assertThat(echo.started.get()).isZero();

    question.onNext(EvaluateResponse.newBuilder().setDecision(Answers.permit()).build());
    question.onCompleted();

    assertThat(answers.end.take()).isEqualTo(Status.Code.OK);
    assertThat(echo.seen).hasSize(50).startsWith("m0", "m1", "m2").endsWith("m49");
    assertThat(answers.messages).containsExactlyElementsOf(echo.seen);
  }

  @Test
  void messagesOfADeniedStreamAreNeverSeen() throws Exception {
    BlockingQueue<StreamObserver<EvaluateResponse>> questions = new LinkedBlockingQueue<>();
    process.pdp().onEvaluate((q, observer) -> questions.add(observer));
    start(builder -> builder, AuthorizationServerInterceptorTest::question);
    var answers = new Answered();
    StreamObserver<String> requests = stream(answers);
    requests.onNext("secret");
    StreamObserver<EvaluateResponse> question = questions.take();

    question.onNext(EvaluateResponse.newBuilder().setDecision(Answers.deny()).build());
    question.onCompleted();

    assertThat(answers.end.take()).isEqualTo(Status.Code.PERMISSION_DENIED);
    assertThat(echo.started.get()).isZero();
    assertThat(echo.seen).isEmpty();
  }

  @Test
  void aMethodThatThrowsEndsItsCall() throws IOException {
    process.pdp().answers(Answers.permit());
    start(builder -> builder, AuthorizationServerInterceptorTest::question);

    assertThatExceptionOfType(StatusRuntimeException.class)
        .isThrownBy(() -> unary("throw"))
        .satisfies(
            failure -> assertThat(failure.getStatus().getCode()).isEqualTo(Status.Code.UNKNOWN));
    assertThat(unary("hello")).isEqualTo("hello");
  }

  private static AccessRequest question(ServerCall<?, ?> call, Metadata metadata) {
    return AccessRequest.of(
        Subject.of("user", "alice"),
        "call",
        Resource.of("method", call.getMethodDescriptor().getFullMethodName()));
  }

  private void start(UnaryOperator<PdpClientBuilder> settings, CallMapping mapping)
      throws IOException {
    PdpClient pdp =
        process.client(builder -> settings.apply(builder.deadline(Duration.ofMinutes(5))));
    String name = InProcessServerBuilder.generateName();
    server =
        InProcessServerBuilder.forName(name)
            .addService(
                ServerInterceptors.intercept(
                    echo.definition(), new AuthorizationServerInterceptor(pdp, mapping)))
            .build()
            .start();
    channel = InProcessChannelBuilder.forName(name).build();
  }

  private String unary(String message) {
    return ClientCalls.blockingUnaryCall(channel, EchoService.UNARY, CallOptions.DEFAULT, message);
  }

  private StreamObserver<String> stream(StreamObserver<String> answers) {
    return ClientCalls.asyncBidiStreamingCall(
        channel.newCall(EchoService.STREAM, CallOptions.DEFAULT), answers);
  }

  private Status refused() {
    return assertThatExceptionOfType(StatusRuntimeException.class)
        .isThrownBy(() -> unary("hello"))
        .actual()
        .getStatus();
  }

  private static final class Answered implements StreamObserver<String> {
    final BlockingQueue<String> messages = new LinkedBlockingQueue<>();
    final BlockingQueue<Status.Code> end = new LinkedBlockingQueue<>();

    @Override
    public void onNext(String message) {
      messages.add(message);
    }

    @Override
    public void onError(Throwable failure) {
      end.add(Status.fromThrowable(failure).getCode());
    }

    @Override
    public void onCompleted() {
      end.add(Status.Code.OK);
    }
  }
}
