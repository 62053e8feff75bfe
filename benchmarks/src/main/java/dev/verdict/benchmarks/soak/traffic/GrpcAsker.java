package dev.verdict.benchmarks.soak.traffic;

import dev.verdict.proto.v1.Action;
import dev.verdict.proto.v1.Attribute;
import dev.verdict.proto.v1.Decision;
import dev.verdict.proto.v1.DecisionServiceGrpc;
import dev.verdict.proto.v1.EvaluateRequest;
import dev.verdict.proto.v1.EvaluateResponse;
import dev.verdict.proto.v1.Resource;
import dev.verdict.proto.v1.Subject;
import dev.verdict.proto.v1.Value;
import dev.verdict.proto.v1.ValueList;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.MetadataUtils;
import io.grpc.stub.StreamObserver;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** Over gRPC, on one connection. */
final class GrpcAsker implements Asker {

  private static final Metadata.Key<String> AUTHORIZATION =
      Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);

  private final ManagedChannel channel;
  private final Tokens tokens;

  GrpcAsker(InetSocketAddress address, Tokens tokens, Executor executor) {
    this.channel =
        NettyChannelBuilder.forAddress(address).usePlaintext().executor(executor).build();
    this.tokens = tokens;
  }

  @Override
  public CompletableFuture<Answer> ask(KnownQuestion question, String invoice) {
    var metadata = new Metadata();
    metadata.put(AUTHORIZATION, tokens.authorization(question));
    var pending = new Pending();
    DecisionServiceGrpc.newStub(channel)
        .withDeadlineAfter(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
        .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(metadata))
        .evaluate(message(question, invoice), pending);
    return pending.answer;
  }

  private static EvaluateRequest message(KnownQuestion question, String invoice) {
    var message =
        EvaluateRequest.newBuilder()
            .setAction(Action.newBuilder().setName(question.action()))
            .setResource(
                Resource.newBuilder()
                    .setType("invoice")
                    .setId(invoice)
                    .addProperties(text("tenant", "acme"))
                    .addProperties(text("owner", "alice"))
                    .addProperties(decimal("amount", question.amount()))
                    .addProperties(text("status", question.status())));
    if (question.byGateway()) {
      message.setSubject(subject(question.person()));
    }
    return message.build();
  }

  private static Subject subject(Person person) {
    return Subject.newBuilder()
        .setType("user")
        .setId(person.id())
        .addProperties(text("tenant", person.tenant()))
        .addProperties(texts("roles", person.roles()))
        .addProperties(texts("scopes", List.of("invoices:approve")))
        .addProperties(decimal("approvalLimit", Long.toString(person.limit())))
        .build();
  }

  private static Attribute text(String name, String value) {
    return Attribute.newBuilder().setName(name).setValue(Value.newBuilder().setText(value)).build();
  }

  private static Attribute decimal(String name, String value) {
    return Attribute.newBuilder()
        .setName(name)
        .setValue(Value.newBuilder().setDecimal(value))
        .build();
  }

  private static Attribute texts(String name, List<String> values) {
    var list = ValueList.newBuilder();
    values.forEach(value -> list.addValues(Value.newBuilder().setText(value)));
    return Attribute.newBuilder().setName(name).setValue(Value.newBuilder().setList(list)).build();
  }

  @Override
  public void close() {
    channel.shutdownNow();
  }

  private static final class Pending implements StreamObserver<EvaluateResponse> {

    private final CompletableFuture<Answer> answer = new CompletableFuture<>();

    @Override
    public void onNext(EvaluateResponse response) {
      Decision decision = response.getDecision();
      answer.complete(
          new Answer(
              decision.getDecision(),
              decision.getReason().getCode(),
              decision.getReason().getRule().getRule()));
    }

    @Override
    public void onError(Throwable failure) {
      answer.completeExceptionally(failure);
    }

    @Override
    public void onCompleted() {
      // the answer is there, or the call has failed
    }
  }
}
