package dev.verdict.server.door.grpc;

import static dev.verdict.server.door.grpc.Messages.attribute;
import static dev.verdict.server.door.grpc.Messages.nested;
import static dev.verdict.server.door.grpc.Messages.question;
import static dev.verdict.server.door.grpc.Messages.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.verdict.policy.limit.Limits;
import dev.verdict.proto.v1.DecisionServiceGrpc;
import dev.verdict.proto.v1.DecisionServiceGrpc.DecisionServiceBlockingStub;
import dev.verdict.proto.v1.EvaluateBatchRequest;
import dev.verdict.proto.v1.EvaluateRequest;
import dev.verdict.server.configuration.ConnectionLimits;
import dev.verdict.server.configuration.ServerConfiguration;
import dev.verdict.server.configuration.TlsConfiguration;
import dev.verdict.server.connection.Connections;
import dev.verdict.server.decision.Door;
import dev.verdict.server.door.question.FakeDecisionService;
import dev.verdict.server.door.question.FakeIdentityGate;
import dev.verdict.server.metrics.ServerMetrics;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.health.v1.HealthGrpc;
import io.grpc.reflection.v1.ServerReflectionGrpc;
import io.grpc.reflection.v1.ServerReflectionRequest;
import io.grpc.reflection.v1.ServerReflectionResponse;
import io.grpc.reflection.v1.ServiceResponse;
import io.grpc.stub.MetadataUtils;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Over a real socket: what depends on the transport. */
final class GrpcDoorTest {

  private final FakeDecisionService decisions = new FakeDecisionService();
  private final ServerMetrics metrics = new ServerMetrics(Clock.systemUTC());
  private GrpcDoor door;
  private ManagedChannel channel;
  private DecisionServiceBlockingStub stub;

  @BeforeEach
  void open() throws IOException {
    door = open(loopback(0), Optional.empty());
    channel =
        ManagedChannelBuilder.forAddress("127.0.0.1", door.address().getPort())
            .usePlaintext()
            .build();
    stub = DecisionServiceGrpc.newBlockingStub(channel);
  }

  @AfterEach
  void close() {
    channel.shutdownNow();
    door.close();
    metrics.close();
  }

  @Test
  void aDecisionTravelsOverTheNetwork() {
    assertThat(decides()).isTrue();
  }

  @Test
  void aMessageThatIsTooLargeIsRefusedAndTheNextIsAnswered() {
    EvaluateRequest tenMegabytes =
        question("read").addContext(attribute("a", text("x".repeat(10_000_000)))).build();

    fails(Status.Code.RESOURCE_EXHAUSTED, () -> stub.evaluate(tenMegabytes));
    assertThat(decides()).isTrue();
  }

  @Test
  void aBatchOfManyItemsIsRefusedAndTheNextIsAnswered() {
    var hundredThousand =
        EvaluateBatchRequest.newBuilder()
            .addAllEvaluations(Collections.nCopies(100_000, EvaluateRequest.getDefaultInstance()))
            .build();

    fails(Status.Code.INVALID_ARGUMENT, () -> stub.evaluateBatch(hundredThousand));
    assertThat(decides()).isTrue();
  }

  @Test
  void nestingThatTheParserRefusesIsAnInvalidArgument() {
    EvaluateRequest deep = question("read").addContext(attribute("a", nested(1_000))).build();

    fails(Status.Code.INVALID_ARGUMENT, () -> stub.evaluate(deep));
    assertThat(decides()).isTrue();
  }

  @Test
  void brokenTextIsAnInvalidArgument() {
    byte[] message = question("MARK").build().toByteArray();
    int mark = new String(message, StandardCharsets.ISO_8859_1).indexOf("MARK");
    message[mark] = (byte) 0xc0;
    message[mark + 1] = (byte) 0xaf;

    fails(
        Status.Code.INVALID_ARGUMENT,
        () -> RawCalls.call(channel, DecisionServiceGrpc.getEvaluateMethod(), message));
    assertThat(decides()).isTrue();
  }

  @Test
  void aMessageThatIsCutOffIsAnInvalidArgument() {
    byte[] message = question("read").build().toByteArray();
    byte[] cut = java.util.Arrays.copyOf(message, message.length - 1);

    fails(
        Status.Code.INVALID_ARGUMENT,
        () -> RawCalls.call(channel, DecisionServiceGrpc.getEvaluateMethod(), cut));
  }

  @Test
  void metadataIsBounded() {
    var metadata = new Metadata();
    metadata.put(UnaryMethod.AUTHORIZATION, "Bearer " + "x".repeat(100_000));
    var stubWithLargeToken =
        stub.withInterceptors(MetadataUtils.newAttachHeadersInterceptor(metadata));

    assertThatExceptionOfType(StatusRuntimeException.class)
        .isThrownBy(() -> stubWithLargeToken.evaluate(question("read").build()));
    assertThat(decides()).isTrue();
  }

  @Test
  void healthIsServing() {
    var health = HealthGrpc.newBlockingStub(channel);
    for (String service : List.of("", "verdict.v1.DecisionService")) {
      assertThat(
              health.check(HealthCheckRequest.newBuilder().setService(service).build()).getStatus())
          .isEqualTo(ServingStatus.SERVING);
    }
  }

  @Test
  void reflectionListsTheServiceAndItsContract() throws Exception {
    ServerReflectionResponse services =
        reflect(ServerReflectionRequest.newBuilder().setListServices("").build());
    ServerReflectionResponse file =
        reflect(
            ServerReflectionRequest.newBuilder()
                .setFileContainingSymbol("verdict.v1.DecisionService.Evaluate")
                .build());

    assertThat(services.getListServicesResponse().getServiceList())
        .extracting(ServiceResponse::getName)
        .contains("verdict.v1.DecisionService", "grpc.health.v1.Health");
    assertThat(file.getFileDescriptorResponse().getFileDescriptorProtoCount()).isPositive();
  }

  @Test
  void callsThatAreTurnedAwayAreCounted() {
    fails(Status.Code.INVALID_ARGUMENT, () -> stub.evaluate(EvaluateRequest.getDefaultInstance()));
    fails(
        Status.Code.UNAUTHENTICATED,
        () -> stub.evaluate(question("read").setSubjectToken("forged").build()));
    aMessageThatIsTooLargeIsRefusedAndTheNextIsAnswered();
    close();

    assertThat(metrics.scrape().lines())
        .contains(
            rejected("invalid_request", 1),
            rejected("unauthenticated", 1),
            rejected("too_large", 1),
            rejected("internal", 0));
  }

  @Test
  void aClosedDoorTakesNoCalls() {
    decides();
    door.close();

    fails(Status.Code.UNAVAILABLE, this::decides);
  }

  @Test
  void aCallUnderWayIsFinishedWhileTheDoorCloses() throws Exception {
    var arrived = new CountDownLatch(1);
    var released = new CountDownLatch(1);
    var answer =
        DecisionServiceGrpc.newFutureStub(channel)
            .evaluate(question(decisions.waiting(arrived, released)).build());
    arrived.await();
    var closing = CompletableFuture.runAsync(door::close);
    assertThatExceptionOfType(TimeoutException.class)
        .isThrownBy(() -> closing.get(50, TimeUnit.MILLISECONDS));

    released.countDown();

    assertThat(answer.get().getDecision().getDecision()).isTrue();
    closing.get();
  }

  @Test
  void aTakenAddressIsAnError() {
    assertThatIOException().isThrownBy(() -> open(door.address(), Optional.empty()));
  }

  @Test
  void tlsFilesThatCannotBeUsedAreAnErrorThatNamesThem() {
    var missing =
        new TlsConfiguration(Path.of("no-such-certificate.pem"), Path.of("no-such-key.pem"));

    assertThatIOException()
        .isThrownBy(() -> open(loopback(0), Optional.of(missing)))
        .withMessageContaining("no-such-certificate.pem");
  }

  private static String rejected(String cause, int count) {
    return "verdict_requests_rejected_total{cause=\"" + cause + "\",door=\"grpc\"} " + count + ".0";
  }

  private boolean decides() {
    return stub.evaluate(question("read").build()).getDecision().getDecision();
  }

  private ServerReflectionResponse reflect(ServerReflectionRequest request) throws Exception {
    var first = new CompletableFuture<ServerReflectionResponse>();
    StreamObserver<ServerReflectionRequest> requests =
        ServerReflectionGrpc.newStub(channel)
            .serverReflectionInfo(
                new StreamObserver<>() {
                  @Override
                  public void onNext(ServerReflectionResponse response) {
                    first.complete(response);
                  }

                  @Override
                  public void onError(Throwable failure) {
                    first.completeExceptionally(failure);
                  }

                  @Override
                  public void onCompleted() {}
                });
    requests.onNext(request);
    requests.onCompleted();
    return first.get(10, TimeUnit.SECONDS);
  }

  private GrpcDoor open(InetSocketAddress address, Optional<TlsConfiguration> tls)
      throws IOException {
    return GrpcDoor.open(
        address,
        tls,
        decisions,
        new FakeIdentityGate(),
        Clock.systemUTC(),
        Limits.STANDARD,
        ServerConfiguration.DEFAULT_CALL_TIMEOUT,
        new Connections(ConnectionLimits.DEFAULT, System::nanoTime, (listener, cause) -> {}),
        kind -> metrics.doors().rejected(Door.GRPC, kind));
  }

  private static InetSocketAddress loopback(int port) {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
  }

  private static void fails(Status.Code code, ThrowingCallable call) {
    var failure = assertThatExceptionOfType(StatusRuntimeException.class).isThrownBy(call).actual();
    assertThat(failure.getStatus().getCode()).as(failure.getMessage()).isEqualTo(code);
  }
}
