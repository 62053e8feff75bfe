package dev.verdict.client;

import dev.verdict.proto.v1.Decision;
import dev.verdict.proto.v1.DecisionServiceGrpc;
import dev.verdict.proto.v1.EvaluateBatchRequest;
import dev.verdict.proto.v1.EvaluateBatchResponse;
import dev.verdict.proto.v1.EvaluateRequest;
import dev.verdict.proto.v1.EvaluateResponse;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.ServerInterceptors;
import io.grpc.ServerServiceDefinition;
import io.grpc.stub.StreamObserver;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;

/** A decision point that answers as a test tells it and remembers what it was asked. */
public final class FakePdp extends DecisionServiceGrpc.DecisionServiceImplBase {

  final List<EvaluateRequest> asked = new CopyOnWriteArrayList<>();
  final List<Metadata> metadata = new CopyOnWriteArrayList<>();

  private volatile BiConsumer<EvaluateRequest, StreamObserver<EvaluateResponse>> single =
      (request, observer) -> observer.onError(new IllegalStateException("not told what to answer"));
  private volatile BiConsumer<EvaluateBatchRequest, StreamObserver<EvaluateBatchResponse>> batch =
      (request, observer) -> observer.onError(new IllegalStateException("not told what to answer"));

  /** Answers every question with this. */
  public void answers(Decision decision) {
    answers(EvaluateResponse.newBuilder().setDecision(decision).build());
  }

  void answers(EvaluateResponse response) {
    onEvaluate(
        (request, observer) -> {
          observer.onNext(response);
          observer.onCompleted();
        });
  }

  void answersBatch(Decision... decisions) {
    onBatch(
        (request, observer) -> {
          observer.onNext(
              EvaluateBatchResponse.newBuilder().addAllDecisions(List.of(decisions)).build());
          observer.onCompleted();
        });
  }

  public void onEvaluate(BiConsumer<EvaluateRequest, StreamObserver<EvaluateResponse>> answer) {
    single = answer;
  }

  void onBatch(BiConsumer<EvaluateBatchRequest, StreamObserver<EvaluateBatchResponse>> answer) {
    batch = answer;
  }

  @Override
  public void evaluate(EvaluateRequest request, StreamObserver<EvaluateResponse> observer) {
    asked.add(request);
    single.accept(request, observer);
  }

  @Override
  public void evaluateBatch(
      EvaluateBatchRequest request, StreamObserver<EvaluateBatchResponse> observer) {
    asked.addAll(request.getEvaluationsList());
    batch.accept(request, observer);
  }

  /** The service, with the metadata of its calls remembered. */
  public ServerServiceDefinition service() {
    return ServerInterceptors.intercept(
        this,
        new ServerInterceptor() {
          @Override
          public <Q, A> ServerCall.Listener<Q> interceptCall(
              ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
            metadata.add(headers);
            return next.startCall(call, headers);
          }
        });
  }
}
