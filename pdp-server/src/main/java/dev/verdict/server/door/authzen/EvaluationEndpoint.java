package dev.verdict.server.door.authzen;

import dev.verdict.policy.limit.Limits;
import dev.verdict.policy.request.InvalidRequestException;
import dev.verdict.server.door.question.Asker;
import dev.verdict.server.door.question.Questions;
import dev.verdict.server.identity.Authentication;
import dev.verdict.server.identity.Caller;
import dev.verdict.server.json.JsonBounds;
import dev.verdict.server.json.JsonTokens;
import dev.verdict.server.refusal.Refusal;
import dev.verdict.server.refusal.RefusalKind;
import dev.verdict.server.transport.Answer;
import dev.verdict.server.transport.BodyReceiver;
import dev.verdict.server.transport.Call;
import dev.verdict.server.transport.Endpoint;
import dev.verdict.server.transport.MediaType;
import dev.verdict.server.transport.RequestHeader;
import dev.verdict.server.transport.Responder;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lets in who is known and what is JSON; what becomes of it is up to the evaluation. A stranger is
 * answered by the head of its call, and its body is not kept.
 */
final class EvaluationEndpoint implements Endpoint {

  private final Questions questions;
  private final Evaluation evaluation;
  private final JsonBounds bounds;

  EvaluationEndpoint(Questions questions, Evaluation evaluation, Limits limits) {
    this.questions = questions;
    this.evaluation = evaluation;
    this.bounds = BodyBounds.of(limits);
  }

  @Override
  public Set<String> methods() {
    return Set.of("POST");
  }

  @Override
  public void answer(Call call, Responder responder) {
    var arrival = new Arrival(call, responder);
    questions
        .authenticate(call.header(RequestHeader.AUTHORIZATION))
        .deliver(authentication -> authentication.accept(arrival), responder::failed);
  }

  /** One call: first who makes it, then what it asks. */
  private final class Arrival implements Authentication.Visitor<Responder>, BodyReceiver {

    private final Call call;
    private final Responder responder;
    private @Nullable Caller caller;

    Arrival(Call call, Responder responder) {
      this.call = call;
      this.responder = responder;
    }

    /** 400 for another content type, not 415: so the certification of AuthZEN 1.0 wants it. */
    @Override
    public Responder authenticated(Caller known) {
      if (!MediaType.isJson(call.header(RequestHeader.CONTENT_TYPE))) {
        return refuse(Refusal.invalid("the content type is not `application/json` (in UTF-8)"));
      }
      if (!MediaType.isPlain(call.header(RequestHeader.CONTENT_ENCODING))) {
        return refuse(
            new Refusal(
                RefusalKind.UNSUPPORTED_ENCODING,
                "the body is compressed; send it without `Content-Encoding`"));
      }
      caller = known;
      call.readBody(this);
      return responder;
    }

    @Override
    public void arrived(byte[] body) {
      try {
        evaluation.evaluate(
            new Asker(Objects.requireNonNull(caller), call.requestId(), call::isGone),
            new JsonTokens(body, bounds),
            responder);
      } catch (InvalidRequestException invalid) {
        refuse(Refusal.of(invalid));
      }
    }

    @Override
    public Responder rejected(String message) {
      boolean tokenSent = !call.header(RequestHeader.AUTHORIZATION).isEmpty();
      responder.answer(
          Challenge.answer(new Refusal(RefusalKind.UNAUTHENTICATED, message), tokenSent));
      return responder;
    }

    @Override
    public Responder overloaded(String message) {
      return refuse(new Refusal(RefusalKind.OVERLOADED, message));
    }

    private Responder refuse(Refusal refusal) {
      responder.answer(Answer.of(refusal));
      return responder;
    }
  }
}
