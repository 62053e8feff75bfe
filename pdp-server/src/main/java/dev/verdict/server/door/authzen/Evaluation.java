package dev.verdict.server.door.authzen;

import dev.verdict.server.door.question.Asker;
import dev.verdict.server.json.JsonTokens;
import dev.verdict.server.transport.Responder;

/** Answers the body of one call by a known caller. */
interface Evaluation {

  /**
   * Has decided what the body asks, and writes the answer.
   *
   * @param body of which nothing is read yet
   * @throws dev.verdict.policy.request.InvalidRequestException where the body as a whole cannot be
   *     understood
   */
  void evaluate(Asker asker, JsonTokens body, Responder responder);
}
