package dev.verdict.server.door.grpc;

import dev.verdict.server.door.question.Asker;
import dev.verdict.server.door.question.Questions;
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
    return questions
        .authenticate(authorization(metadata))
        .accept(
            new Authentication.Visitor<>() {
              @Override
              public ServerCall.Listener<Q> authenticated(Caller caller) {
                var asker = new Asker(caller, Optional.empty());
                Context context = Context.current().withValue(ASKER, asker);
                return Contexts.interceptCall(context, call, metadata, next);
              }

              @Override
              public ServerCall.Listener<Q> rejected(String message) {
                var refusal = new Refusal(RefusalKind.UNAUTHENTICATED, message);
                call.close(Statuses.of(refusal), new Metadata());
                return new ServerCall.Listener<>() {};
              }
            });
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
