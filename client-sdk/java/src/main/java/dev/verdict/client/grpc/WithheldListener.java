package dev.verdict.client.grpc;

import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.Status;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what happens to a call back until it is released to its method, then passes everything on
 * in order, one at a time. The decision comes on another thread than the events of the call, and a
 * method's listener must never be called by two threads at once: so while the queue is not empty,
 * new events go to its end, whoever brings them.
 */
final class WithheldListener<Q> extends ServerCall.Listener<Q> {

  private final ServerCall<Q, ?> call;
  private final Object lock = new Object();
  private final Queue<Consumer<ServerCall.Listener<Q>>> events = new ArrayDeque<>();

  /** Set once the queue has been emptied for good; from then on events pass through. */
  private volatile ServerCall.@Nullable Listener<Q> open;

  WithheldListener(ServerCall<Q, ?> call) {
    this.call = call;
  }

  /** Starts the method and lets it see what has happened so far. */
  void release(Supplier<ServerCall.Listener<Q>> start) {
    try {
      ServerCall.Listener<Q> method = start.get();
      Consumer<ServerCall.Listener<Q>> event = nextOrOpen(method);
      while (event != null) {
        event.accept(method);
        event = nextOrOpen(method);
      }
    } catch (RuntimeException | Error fault) {
      // as gRPC itself does for a method that throws; without it the caller would wait for ever
      refuse(Status.UNKNOWN.withDescription("the method failed").withCause(fault));
    }
  }

  /** Ends the call; its method sees nothing of it any more. */
  void refuse(Status status) {
    synchronized (lock) {
      open = new ServerCall.Listener<>() {};
      events.clear();
    }
    call.close(status, new Metadata());
  }

  private @Nullable Consumer<ServerCall.Listener<Q>> nextOrOpen(ServerCall.Listener<Q> method) {
    synchronized (lock) {
      Consumer<ServerCall.Listener<Q>> event = events.poll();
      if (event == null) {
        open = method;
      }
      return event;
    }
  }

  private void pass(Consumer<ServerCall.Listener<Q>> event) {
    ServerCall.Listener<Q> method = open;
    if (method == null) {
      synchronized (lock) {
        method = open;
        if (method == null) {
          events.add(event);
          return;
        }
      }
    }
    event.accept(method);
  }

  @Override
  public void onMessage(Q message) {
    pass(method -> method.onMessage(message));
  }

  @Override
  public void onHalfClose() {
    pass(ServerCall.Listener::onHalfClose);
  }

  @Override
  public void onCancel() {
    pass(ServerCall.Listener::onCancel);
  }

  @Override
  public void onComplete() {
    pass(ServerCall.Listener::onComplete);
  }

  @Override
  public void onReady() {
    pass(ServerCall.Listener::onReady);
  }
}
