package dev.verdict.client;

import dev.verdict.client.PdpException.Kind;
import io.grpc.CallOptions;
import io.grpc.ConnectivityState;
import io.grpc.ManagedChannel;
import io.grpc.MethodDescriptor;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.StreamObserver;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Calls the PDP, each time within the deadline, and speaks of failure in the client's words. */
final class Connection implements AutoCloseable {

  private static final Duration MAX_DRAIN = Duration.ofSeconds(2);

  /** Between two attempts to find the PDP ready. */
  private static final Duration PAUSE = Duration.ofMillis(100);

  private final Target target;
  private final ManagedChannel channel;
  private final CallOptions options;
  private final Duration deadline;

  /**
   * @param options without a deadline
   * @param deadline for each call
   */
  Connection(Target target, ManagedChannel channel, CallOptions options, Duration deadline) {
    this.target = target;
    this.channel = channel;
    this.options = options;
    this.deadline = deadline;
  }

  /** Asks and waits for the answer. */
  <Q, A> A ask(MethodDescriptor<Q, A> method, Q message) {
    try {
      return ClientCalls.blockingUnaryCall(channel, method, within(deadline), message);
    } catch (StatusRuntimeException failure) {
      throw failed(failure, deadline);
    }
  }

  /** Asks; the answer, or a {@link PdpException}, comes on a thread of the client's pool. */
  <Q, A> CompletableFuture<A> askAsync(MethodDescriptor<Q, A> method, Q message) {
    var answer = new CompletableFuture<A>();
    ClientCalls.asyncUnaryCall(
        channel.newCall(method, within(deadline)), message, new Completion<>(answer, this));
    return answer;
  }

  /**
   * Asks until the PDP can be reached, for at most that long. gRPC's own way to wait for that does
   * not tell what it waited for.
   */
  <Q, A> A askWhenReady(MethodDescriptor<Q, A> method, Q message, Duration timeout) {
    long end = System.nanoTime() + timeout.toNanos();
    Optional<PdpException> before = Optional.empty();
    while (true) {
      Duration left = Duration.ofNanos(Math.max(1, end - System.nanoTime()));
      try {
        return ClientCalls.blockingUnaryCall(channel, method, within(left), message);
      } catch (StatusRuntimeException failure) {
        PdpException said = failed(failure, timeout);
        if (said.kind() == Kind.PDP_TOO_SLOW) {
          throw before.orElse(said);
        }
        if (said.kind() != Kind.PDP_UNAVAILABLE || channel.isShutdown() || !pause(end)) {
          throw said;
        }
        before = Optional.of(said);
        channel.resetConnectBackoff();
      }
    }
  }

  /** False where there is no time left for another attempt, or somebody interrupts. */
  private static boolean pause(long end) {
    if (end - System.nanoTime() <= PAUSE.toNanos()) {
      return false;
    }
    try {
      TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
      return true;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private PdpException failed(Throwable failure, Duration limit) {
    boolean connected = channel.getState(false) == ConnectivityState.READY;
    return new CallFailure(target, connected, limit).of(failure);
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

  private record Completion<A>(CompletableFuture<A> answer, Connection connection)
      implements StreamObserver<A> {

    @Override
    public void onNext(A message) {
      answer.complete(message);
    }

    @Override
    public void onError(Throwable failure) {
      answer.completeExceptionally(connection.failed(failure, connection.deadline));
    }

    @Override
    public void onCompleted() {}
  }
}
