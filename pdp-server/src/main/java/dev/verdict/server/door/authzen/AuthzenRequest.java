package dev.verdict.server.door.authzen;

import dev.verdict.policy.limit.Limits;
import dev.verdict.policy.request.AccessRequest;
import dev.verdict.policy.request.InvalidRequestException;
import dev.verdict.server.door.question.Question;
import dev.verdict.server.json.JsonTokens;
import java.time.Instant;

/** One request of AuthZEN JSON, for tools: read as the HTTP door reads it, whoever sent it. */
public final class AuthzenRequest {

  private AuthzenRequest() {}

  /**
   * Reads the body of an evaluation (AuthZEN 1.0 §6.1).
   *
   * @throws InvalidRequestException where the door would answer with status 400, or where a token
   *     stands for the subject
   */
  public static AccessRequest read(byte[] body, Instant now) {
    var json = new JsonTokens(body, BodyBounds.of(Limits.STANDARD));
    json.beginDocument();
    Question question = new QuestionReader(json, Limits.STANDARD).read();
    json.endDocument();
    return question.request(now, Limits.STANDARD);
  }
}
