package dev.verdict.server.door.grpc;

import dev.verdict.server.identity.Authentication;
import dev.verdict.server.identity.Authentication.Authenticated;
import dev.verdict.server.identity.Authentication.Rejected;
import dev.verdict.server.identity.BearerCredential;
import dev.verdict.server.identity.BearerCredential.Presented;
import dev.verdict.server.identity.Caller;
import dev.verdict.server.identity.IdentityGate;
import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Authenticates each call before its message is read. */
final class CallerInterceptor implements ServerInterceptor {

  /** Who makes the call that is being answered. */
  static final Context.Key<Caller> CALLER = Context.key("verdict-caller");

  static final Metadata.Key<String> AUTHORIZATION =
      Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);

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
    @Nullable Iterable<String> values = metadata.getAll(AUTHORIZATION);
    List<String> headers = new ArrayList<>();
    if (values != null) {
      values.forEach(headers::add);
    }
    return BearerCredential.read(headers) instanceof Presented presented
        ? gate.authenticate(presented.token())
        : new Rejected("the `authorization` metadata must be one bearer token");
  }
}
