package dev.verdict.client;

import io.grpc.CallOptions;
import io.grpc.ManagedChannel;
import io.grpc.MethodDescriptor;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.StreamObserver;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Calls the PDP, each time within the deadline, and speaks of failure in the client's words. */
final class Connection implements AutoCloseable {

  private static final Duration MAX_DRAIN = Duration.ofSeconds(2);

  private final ManagedChannel channel;
  private final CallOptions options;
  private final Duration deadline;

  /**
   * @param options without a deadline
   * @param deadline for each call
   */
  Connection(ManagedChannel channel, CallOptions options, Duration deadline) {
    this.channel = channel;
    this.options = options;
    this.deadline = deadline;
  }

  /** Asks and waits for the answer. */
  <Q, A> A ask(MethodDescriptor<Q, A> method, Q message) {
    try {
      return ClientCalls.blockingUnaryCall(channel, method, within(deadline), message);
    } catch (StatusRuntimeException failure) {
      throw CallFailure.of(failure);
    }
  }

  /** Asks; the answer, or a {@link PdpException}, comes on a thread of the client's pool. */
  <Q, A> CompletableFuture<A> askAsync(MethodDescriptor<Q, A> method, Q message) {
    var answer = new CompletableFuture<A>();
    ClientCalls.asyncUnaryCall(
        channel.newCall(method, within(deadline)), message, new Completion<>(answer));
    return answer;
  }

  /** Asks once the PDP can be reached, for at most that long. */
  <Q, A> A askWhenReady(MethodDescriptor<Q, A> method, Q message, Duration timeout) {
    try {
      return ClientCalls.blockingUnaryCall(
          channel, method, within(timeout).withWaitForReady(), message);
    } catch (StatusRuntimeException failure) {
      throw CallFailure.of(failure);
    }
  }

  /** Lets calls under way finish for a moment, then ends them. */
  @Override
  public void close() {
    channel.shutdown();
    try {
      channel.awaitTermination(MAX_DRAIN.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    } finally {
      channel.shutdownNow();
    }
  }

  private CallOptions within(Duration limit) {
    return options.withDeadlineAfter(limit.toNanos(), TimeUnit.NANOSECONDS);
  }

  private record Completion<A>(CompletableFuture<A> answer) implements StreamObserver<A> {

    @Override
    public void onNext(A message) {
      answer.complete(message);
    }

    @Override
    public void onError(Throwable failure) {
      answer.completeExceptionally(CallFailure.of(failure));
    }

    @Override
    public void onCompleted() {}
  }
}
