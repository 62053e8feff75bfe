package dev.verdict.server.door.grpc;

import dev.verdict.server.connection.BytesInFlight;
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
import org.jspecify.annotations.Nullable;

/**
 * Follows one call: counts what it holds while its message arrives, refuses it where all calls hold
 * too much together, and tells if it ends without an answer. A tracer and not an interceptor: the
 * transport turns some calls away before any interceptor sees them.
 */
final class CallTracer extends ServerStreamTracer {

  private static final Context.Key<CallTracer> CURRENT = Context.key("verdict-call");

  private static final Refusal OVERLOADED =
      new Refusal(RefusalKind.OVERLOADED, "the server reads too many calls just now");

  private final BytesInFlight bytes;
  private final RefusalListener refusals;
  private @Nullable ServerCall<?, ?> call;
  private long taken;
  private boolean refused;

  private CallTracer(BytesInFlight bytes, RefusalListener refusals) {
    this.bytes = bytes;
    this.refusals = refusals;
  }

  /** Makes the tracer of each call. */
  static ServerStreamTracer.Factory factory(BytesInFlight bytes, RefusalListener refusals) {
    return new Factory() {
      @Override
      public ServerStreamTracer newServerStreamTracer(String method, Metadata metadata) {
        return new CallTracer(bytes, refusals);
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

  /** Whether the call that runs now was refused while its message arrived. */
  static boolean isCurrentRefused() {
    @Nullable CallTracer tracer = CURRENT.get();
    return tracer != null && tracer.refused;
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
    Statuses.kind(status).ifPresent(refusals::refused);
  }
}
