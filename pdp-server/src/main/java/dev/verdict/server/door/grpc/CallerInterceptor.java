package dev.verdict.server.door.grpc;

import dev.verdict.server.door.question.Asker;
import dev.verdict.server.door.question.Questions;
import dev.verdict.server.eventual.Eventual;
import dev.verdict.server.identity.Authentication;
import dev.verdict.server.identity.Caller;
import dev.verdict.server.refusal.Refusal;
import dev.verdict.server.refusal.RefusalKind;
import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Authenticates each call before its message is read. */
final class CallerInterceptor implements ServerInterceptor {

  /** Who makes the call that is being answered. */
  static final Context.Key<Asker> ASKER = Context.key("verdict-asker");

  static final Metadata.Key<String> AUTHORIZATION =
      Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);

  private final Questions questions;

  CallerInterceptor(Questions questions) {
    this.questions = questions;
  }

  @Override
  public <Q, A> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, A> call, Metadata metadata, ServerCallHandler<Q, A> next) {
    var arrival = new Arrival<>(call, metadata, next, Context.current());
    Eventual<Authentication> authentication = questions.authenticate(authorization(metadata));
    if (authentication.isDone()) {
      return authentication.value().accept(arrival);
    }
    var waiting = new WaitingListener<Q>();
    authentication.deliver(
        known -> waiting.passOnTo(known.accept(arrival)),
        fault -> waiting.passOnTo(arrival.refuse(Refusal.FAULT)));
    return waiting;
  }

  /** One call, once it is known who makes it. */
  private record Arrival<Q, A>(
      ServerCall<Q, A> call, Metadata metadata, ServerCallHandler<Q, A> next, Context context)
      implements Authentication.Visitor<ServerCall.Listener<Q>> {

    @Override
    public ServerCall.Listener<Q> authenticated(Caller caller) {
      KnownConnections.prove(call);
      var asker = new Asker(caller, Optional.empty(), context::isCancelled);
      return Contexts.interceptCall(context.withValue(ASKER, asker), call, metadata, next);
    }

    @Override
    public ServerCall.Listener<Q> rejected(String message) {
      return refuse(new Refusal(RefusalKind.UNAUTHENTICATED, message));
    }

    @Override
    public ServerCall.Listener<Q> overloaded(String message) {
      return refuse(new Refusal(RefusalKind.OVERLOADED, message));
    }

    ServerCall.Listener<Q> refuse(Refusal refusal) {
      call.close(Statuses.of(refusal), new Metadata());
      return new ServerCall.Listener<>() {};
    }
  }

  private static List<String> authorization(Metadata metadata) {
    @Nullable Iterable<String> values = metadata.getAll(AUTHORIZATION);
    if (values == null) {
      return List.of();
    }
    var headers = new ArrayList<String>();
    values.forEach(headers::add);
    return headers;
  }
}
