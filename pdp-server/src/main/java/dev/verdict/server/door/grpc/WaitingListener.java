package dev.verdict.server.door.grpc;

import io.grpc.ServerCall;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Stands for the listener of a call until it is known who calls, and keeps what happens to the call
 * meanwhile. No message can come: nobody has asked for one. Belongs to the event loop of the call.
 */
final class WaitingListener<Q> extends ServerCall.Listener<Q> {

  private final List<Consumer<ServerCall.Listener<Q>>> events = new ArrayList<>(2);
  private ServerCall.@Nullable Listener<Q> listener;

  /** Passes everything on to another, what has happened first. */
  void passOnTo(ServerCall.Listener<Q> other) {
    listener = other;
    events.forEach(event -> event.accept(other));
    events.clear();
  }

  @Override
  public void onMessage(Q message) {
    happens(other -> other.onMessage(message));
  }

  @Override
  public void onHalfClose() {
    happens(ServerCall.Listener::onHalfClose);
  }

  @Override
  public void onCancel() {
    happens(ServerCall.Listener::onCancel);
  }

  @Override
  public void onComplete() {
    happens(ServerCall.Listener::onComplete);
  }

  @Override
  public void onReady() {
    happens(ServerCall.Listener::onReady);
  }

  private void happens(Consumer<ServerCall.Listener<Q>> event) {
    ServerCall.Listener<Q> known = listener;
    if (known == null) {
      events.add(event);
    } else {
      event.accept(known);
    }
  }
}
