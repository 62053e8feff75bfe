package dev.verdict.client.grpc;

import dev.verdict.client.AccessRequest;
import dev.verdict.client.Decision;
import dev.verdict.client.PdpClient;
import dev.verdict.client.PdpException;
import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Asks the PDP before a gRPC method runs. Until there is a permit the method is not started and no
 * message of the call is read; the server's thread does not wait meanwhile.
 *
 * <p>A permit for some properties only lets a call through where the mapping promises that the
 * method masks the others ({@link AccessRequest#maskingFields}) or states what the call changes
 * ({@link dev.verdict.client.Action#changing}).
 *
 * <p>A deny, and a permit with an obligation that is handed over, become PERMISSION_DENIED; no
 * answer becomes UNAVAILABLE, or PERMISSION_DENIED too where the client makes denies of failures; a
 * subject's token that is not accepted becomes UNAUTHENTICATED. The reason is not told to the
 * caller, since it speaks of policies. Put it only on services that need a decision: there is no
 * way to say "permit" in the mapping.
 */
public final class AuthorizationServerInterceptor implements ServerInterceptor {

  private static final Context.Key<Decision> DECISION = Context.key("verdict-decision");

  private final PdpClient pdp;
  private final CallMapping mapping;

  public AuthorizationServerInterceptor(PdpClient pdp, CallMapping mapping) {
    this.pdp = pdp;
    this.mapping = mapping;
  }

  /** Inside a method: the permit that let the call through, for its fields. */
  public static Optional<Decision> decision() {
    return Optional.ofNullable(DECISION.get());
  }

  @Override
  public <Q, A> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, A> call, Metadata metadata, ServerCallHandler<Q, A> next) {
    AccessRequest request;
    try {
      request = mapping.map(call, metadata);
    } catch (StatusRuntimeException refusal) {
      call.close(refusal.getStatus(), new Metadata());
      return new ServerCall.Listener<>() {};
    } catch (RuntimeException fault) {
      call.close(fault("the call could not be mapped to a question", fault), new Metadata());
      return new ServerCall.Listener<>() {};
    }
    return ask(request, call, metadata, next);
  }

  private <Q, A> ServerCall.Listener<Q> ask(
      AccessRequest request,
      ServerCall<Q, A> call,
      Metadata metadata,
      ServerCallHandler<Q, A> next) {
    var withheld = new WithheldListener<Q>(call);
    Context context = Context.current();
    var unused =
        pdp.evaluateAsync(request)
            .whenComplete(
                (decision, failure) -> {
                  if (failure == null && decision.permitted() && decision.obligations().isEmpty()) {
                    Context permitted = context.withValue(DECISION, decision);
                    withheld.release(() -> Contexts.interceptCall(permitted, call, metadata, next));
                  } else {
                    withheld.refuse(refusal(failure));
                  }
                });
    return withheld;
  }

  private static Status refusal(@Nullable Throwable failure) {
    if (failure == null) {
      return Status.PERMISSION_DENIED.withDescription("not permitted");
    }
    boolean tokenRejected =
        failure instanceof PdpException known && known.kind() == PdpException.Kind.UNAUTHENTICATED;
    Status status = tokenRejected ? Status.UNAUTHENTICATED : Status.UNAVAILABLE;
    return status.withDescription("no authorization decision could be made").withCause(failure);
  }

  private static Status fault(String message, RuntimeException fault) {
    return Status.INTERNAL.withDescription(message).withCause(fault);
  }
}
