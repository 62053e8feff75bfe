package dev.verdict.server.door.grpc;

import dev.verdict.server.connection.BytesInFlight;
import dev.verdict.server.connection.Connection;
import dev.verdict.server.connection.Connections;
import dev.verdict.server.connection.UntakenAnswer;
import dev.verdict.server.connection.UntakenAnswers;
import dev.verdict.server.refusal.Refusal;
import dev.verdict.server.refusal.RefusalKind;
import dev.verdict.server.refusal.RefusalListener;
import io.grpc.Context;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.ServerStreamTracer;
import io.grpc.Status;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Follows one call: counts what it holds while its message arrives and its reply waits to be read,
 * refuses it where all calls hold too much together, and tells if it ends without an answer. A
 * tracer and not an interceptor: the transport turns some calls away before any interceptor sees
 * them.
 */
final class CallTracer extends ServerStreamTracer {

  private static final Context.Key<CallTracer> CURRENT = Context.key("verdict-call");

  private static final Refusal OVERLOADED =
      new Refusal(RefusalKind.OVERLOADED, "the server reads too many calls just now");

  /**
   * Replies up to this length are not counted while they wait to be read: a connection has only so
   * many calls, and most replies are not read late.
   */
  private static final int SHORT_REPLY = 1 << 10;

  private final BytesInFlight bytes;
  private final UntakenAnswers answers;
  private final RefusalListener refusals;
  private @Nullable ServerCall<?, ?> call;
  private volatile @Nullable UntakenAnswer reply;
  private volatile boolean closed;
  private long taken;
  private boolean refused;

  private CallTracer(Connections connections, RefusalListener refusals) {
    this.bytes = connections.bytes();
    this.answers = connections.answers();
    this.refusals = refusals;
  }

  /** Makes the tracer of each call. */
  static ServerStreamTracer.Factory factory(Connections connections, RefusalListener refusals) {
    return new Factory() {
      @Override
      public ServerStreamTracer newServerStreamTracer(String method, Metadata metadata) {
        return new CallTracer(connections, refusals);
      }
    };
  }

  /** Tells the tracer of each call which call it is. */
  static ServerInterceptor interceptor() {
    return new ServerInterceptor() {
      @Override
      public <Q, A> ServerCall.Listener<Q> interceptCall(
          ServerCall<Q, A> call, Metadata metadata, ServerCallHandler<Q, A> next) {
        @Nullable CallTracer tracer = CURRENT.get();
        if (tracer != null) {
          tracer.call = call;
        }
        return next.startCall(call, metadata);
      }
    };
  }

  /** Follows the call that runs now; null where no transport is followed. */
  static @Nullable CallTracer current() {
    return CURRENT.get();
  }

  /** Whether the call was refused while its message arrived. */
  boolean isRefused() {
    return refused;
  }

  /**
   * Counts the reply until it is sent, which its caller may put off. To be called on any thread.
   *
   * @return false where too much waits already, and it may not be given
   */
  boolean holdReply(int length) {
    @Nullable ServerCall<?, ?> known = call;
    @Nullable Connection connection = known == null ? null : KnownConnections.of(known);
    if (length <= SHORT_REPLY || connection == null) {
      return true;
    }
    Optional<UntakenAnswer> held = answers.hold(connection, length);
    held.ifPresent(this::keep);
    return held.isPresent();
  }

  private void keep(UntakenAnswer held) {
    reply = held;
    if (closed) {
      held.taken();
    }
  }

  @Override
  public Context filterContext(Context context) {
    return context.withValue(CURRENT, this);
  }

  @Override
  public void inboundWireSize(long size) {
    if (refused) {
      return;
    }
    if (bytes.take(size)) {
      taken += size;
    } else if (call != null) {
      refused = true;
      call.close(Statuses.of(OVERLOADED), new Metadata());
    }
  }

  @Override
  public void streamClosed(Status status) {
    bytes.release(taken);
    taken = 0;
    closed = true;
    @Nullable UntakenAnswer held = reply;
    if (held != null) {
      held.taken();
    }
    Statuses.kind(status).ifPresent(refusals::refused);
  }
}
