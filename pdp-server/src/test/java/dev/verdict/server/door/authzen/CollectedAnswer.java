package dev.verdict.server.door.authzen;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.verdict.policy.limit.Limits;
import dev.verdict.policy.request.InvalidRequestException;
import dev.verdict.server.door.question.Asker;
import dev.verdict.server.identity.Caller;
import dev.verdict.server.json.JsonTokens;
import dev.verdict.server.refusal.Refusal;
import dev.verdict.server.rights.CallerRights;
import dev.verdict.server.transport.Answer;
import dev.verdict.server.transport.Responder;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/** What an evaluation answers, without a server around it. */
final class CollectedAnswer implements Responder {

  /** Nobody in particular, who may assert subjects. */
  static final Asker ANYONE =
      new Asker(new Caller(Optional.empty(), Optional.empty(), CallerRights.ALL), Optional.empty());

  private Answer answer = Answer.of(Refusal.FAULT);

  private CollectedAnswer() {}

  static Answer to(String body, Evaluation evaluation, Limits limits) {
    return to(body.getBytes(UTF_8), evaluation, limits);
  }

  static Answer to(byte[] body, Evaluation evaluation, Limits limits) {
    return to(
        responder ->
            evaluation.evaluate(ANYONE, new JsonTokens(body, BodyBounds.of(limits)), responder));
  }

  /** What a call is answered that may throw what is wrong with it. */
  static Answer to(Consumer<Responder> call) {
    var collected = new CollectedAnswer();
    try {
      call.accept(collected);
      return collected.answer;
    } catch (InvalidRequestException invalid) {
      return Answer.of(Refusal.of(invalid));
    }
  }

  static String text(Answer answer) {
    return new String(Objects.requireNonNull(answer.body()), UTF_8);
  }

  @Override
  public void answer(Answer given) {
    answer = given;
  }

  @Override
  public void failed(Throwable fault) {
    throw new AssertionError(fault);
  }
}
