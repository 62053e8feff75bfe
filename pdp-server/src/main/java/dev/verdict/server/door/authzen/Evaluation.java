package dev.verdict.server.door.authzen;

import dev.verdict.policy.request.Attributes;
import dev.verdict.server.identity.Caller;
import dev.verdict.server.transport.Answer;

/** Answers the body of one call by a known caller. */
interface Evaluation {

  /**
   * Decides what the body asks and writes the answer.
   *
   * @throws dev.verdict.policy.request.InvalidRequestException where the body as a whole cannot be
   *     understood
   */
  Answer evaluate(Caller caller, Attributes body);
}
