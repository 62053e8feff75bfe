package dev.verdict.server.door.authzen;

import dev.verdict.policy.limit.Limits;
import dev.verdict.policy.request.InvalidRequestException;
import dev.verdict.server.identity.Authentication;
import dev.verdict.server.identity.BearerCredential;
import dev.verdict.server.identity.Caller;
import dev.verdict.server.identity.IdentityGate;
import dev.verdict.server.json.JsonReader;
import dev.verdict.server.transport.Answer;
import dev.verdict.server.transport.Call;
import dev.verdict.server.transport.Endpoint;
import dev.verdict.server.transport.Fault;
import dev.verdict.server.transport.MediaType;
import java.util.Map;
import java.util.Set;

/** Lets in who is known and what is JSON; what becomes of it is up to the evaluation. */
final class EvaluationEndpoint implements Endpoint {

  private static final String CHALLENGE = "Bearer realm=\"verdict\"";

  private final IdentityGate gate;
  private final Evaluation evaluation;
  private final Limits limits;

  EvaluationEndpoint(IdentityGate gate, Evaluation evaluation, Limits limits) {
    this.gate = gate;
    this.evaluation = evaluation;
    this.limits = limits;
  }

  @Override
  public Set<String> methods() {
    return Set.of("POST");
  }

  @Override
  public Answer answer(Call call) {
    BearerCredential credential = BearerCredential.read(call.headers().getAll("authorization"));
    if (!(credential instanceof BearerCredential.Presented presented)) {
      return unauthenticated(
          "the call needs one `Authorization: Bearer <token>` header or none", CHALLENGE);
    }
    Authentication authentication = gate.authenticate(presented.token());
    if (authentication instanceof Authentication.Authenticated authenticated) {
      return answer(authenticated.caller(), call);
    }
    String message = ((Authentication.Rejected) authentication).message();
    return unauthenticated(
        message,
        presented.token().isPresent() ? CHALLENGE + ", error=\"invalid_token\"" : CHALLENGE);
  }

  /** 400 for another content type, not 415: so the certification of AuthZEN 1.0 wants it. */
  private Answer answer(Caller caller, Call call) {
    if (!MediaType.isJson(call.headers().getAll("content-type"))) {
      return Answer.of(Fault.invalid("the content type is not `application/json` (in UTF-8)"));
    }
    try {
      Answer answer =
          evaluation.evaluate(caller, JsonReader.read(call.body().getBytes(), limits).attributes());
      return answer.status() == 401 ? withChallenge(answer) : answer;
    } catch (InvalidRequestException invalid) {
      return Answer.of(Fault.of(invalid));
    }
  }

  private static Answer withChallenge(Answer answer) {
    return new Answer(
        answer.status(), answer.body(), Map.of("www-authenticate", CHALLENGE), answer.fault());
  }

  private static Answer unauthenticated(String message, String challenge) {
    return Answer.of(
        new Fault(Fault.Kind.UNAUTHENTICATED, message), Map.of("www-authenticate", challenge));
  }
}
