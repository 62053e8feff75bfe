package dev.verdict.server.door.authzen;

import dev.verdict.policy.request.Attributes;
import dev.verdict.server.door.question.Asker;
import dev.verdict.server.transport.Responder;

/** Answers the body of one call by a known caller. */
interface Evaluation {

  /**
   * Has decided what the body asks, and writes the answer.
   *
   * @throws dev.verdict.policy.request.InvalidRequestException where the body as a whole cannot be
   *     understood
   */
  void evaluate(Asker asker, Attributes body, Responder responder);
}
