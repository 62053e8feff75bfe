package dev.verdict.server.grpc;

import dev.verdict.server.identity.Authentication;
import dev.verdict.server.identity.Authentication.Authenticated;
import dev.verdict.server.identity.Authentication.Rejected;
import dev.verdict.server.identity.Caller;
import dev.verdict.server.identity.IdentityGate;
import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;

/** Authenticates each call before its message is read. */
final class CallerInterceptor implements ServerInterceptor {

  /** Who makes the call that is being answered. */
  static final Context.Key<Caller> CALLER = Context.key("verdict-caller");

  private final IdentityGate gate;

  CallerInterceptor(IdentityGate gate) {
    this.gate = gate;
  }

  @Override
  public <Q, A> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, A> call, Metadata metadata, ServerCallHandler<Q, A> next) {
    Authentication authentication = authenticate(metadata);
    if (authentication instanceof Authenticated authenticated) {
      Context context = Context.current().withValue(CALLER, authenticated.caller());
      return Contexts.interceptCall(context, call, metadata, next);
    }
    String message = ((Rejected) authentication).message();
    call.close(Status.UNAUTHENTICATED.withDescription(message), new Metadata());
    return new ServerCall.Listener<>() {};
  }

  private Authentication authenticate(Metadata metadata) {
    return BearerCredential.read(metadata) instanceof BearerCredential.Usable usable
        ? gate.authenticate(usable.token())
        : new Rejected("the `authorization` metadata must be one bearer token");
  }
}
