package dev.verdict.server.refusal;

import dev.verdict.policy.request.InvalidRequestException;

/**
 * Why there is no decision.
 *
 * @param message safe to show to the caller: it repeats nothing that was sent
 */
public record Refusal(RefusalKind kind, String message) {

  /** A fault of the server, of which the caller is told no more. */
  public static final Refusal FAULT =
      new Refusal(
          RefusalKind.INTERNAL, "the decision point could not answer; nothing is permitted");

  /** Nothing of an answer that is too large is given. */
  public static final Refusal ANSWER_TOO_LARGE =
      new Refusal(
          RefusalKind.ANSWER_TOO_LARGE,
          "the answer would be larger than 4 MiB; ask less at a time");

  /** Nothing of a call that takes too long is answered. */
  public static final Refusal DEADLINE_EXCEEDED =
      new Refusal(
          RefusalKind.DEADLINE_EXCEEDED,
          "there is no answer within the time that a call may take (`limits.call-timeout`); ask less at"
              + " a time, or try again");

  /** No more answers may wait for those who do not read them. */
  public static final Refusal ANSWERS_WAIT =
      new Refusal(RefusalKind.OVERLOADED, "too many answers wait for their callers just now");

  /** A request that cannot be understood. */
  public static Refusal invalid(String message) {
    return new Refusal(RefusalKind.INVALID_REQUEST, message);
  }

  /** The same, as the reader of the request put it. */
  public static Refusal of(InvalidRequestException invalid) {
    return invalid(invalid.getMessage());
  }
}
