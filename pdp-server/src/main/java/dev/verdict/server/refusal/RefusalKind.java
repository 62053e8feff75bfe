package dev.verdict.server.refusal;

import dev.verdict.policy.decision.ReasonCode;

/**
 * The kinds of refusals, and what each is called in every protocol. A door adds none of its own: it
 * translates by this table.
 */
public enum RefusalKind {
  /** The request cannot be understood, or is beyond a limit of requests. */
  INVALID_REQUEST(400, "INVALID_ARGUMENT", ReasonCode.INVALID_REQUEST.word()),
  /** The credential is missing or not accepted. */
  UNAUTHENTICATED(401, "UNAUTHENTICATED", ReasonCode.UNAUTHENTICATED.word()),
  /** The caller lacks a right that its question needs. */
  NOT_ENTITLED(403, "PERMISSION_DENIED", ReasonCode.NOT_ENTITLED.word()),
  /** There is no such endpoint. */
  NO_SUCH_ENDPOINT(404, "UNIMPLEMENTED", "no_such_endpoint"),
  /** There is such an endpoint, but not with this method. */
  METHOD_NOT_ALLOWED(405, "UNIMPLEMENTED", "no_such_endpoint"),
  /** The request did not arrive in time. */
  TIMEOUT(408, "DEADLINE_EXCEEDED", "timeout"),
  /** The body or the message is larger than the server takes. */
  TOO_LARGE(413, "RESOURCE_EXHAUSTED", "too_large"),
  /** The answer would be larger than the server gives. */
  ANSWER_TOO_LARGE(413, "RESOURCE_EXHAUSTED", "answer_too_large"),
  /** The request line is longer than the server takes. */
  TARGET_TOO_LONG(414, "RESOURCE_EXHAUSTED", "too_large"),
  /** The body is compressed, which the server does not take. */
  UNSUPPORTED_ENCODING(415, "INVALID_ARGUMENT", ReasonCode.INVALID_REQUEST.word()),
  /** The name that the caller has for the server is not the server's. */
  MISDIRECTED(421, "PERMISSION_DENIED", "misdirected"),
  /** The headers or the metadata are larger than the server takes. */
  HEADERS_TOO_LARGE(431, "RESOURCE_EXHAUSTED", "too_large"),
  /** A fault of the server. */
  INTERNAL(500, "INTERNAL", "internal"),
  /** The server is full with the calls of all callers together; any of them may try again. */
  OVERLOADED(503, "UNAVAILABLE", "overloaded"),
  /** What is asked takes longer than a call may. */
  DEADLINE_EXCEEDED(503, "DEADLINE_EXCEEDED", "deadline_exceeded"),
  /** The server is going down. */
  SHUTTING_DOWN(503, "UNAVAILABLE", "shutting_down");

  private final int httpStatus;
  private final String grpcCode;
  private final String reason;

  RefusalKind(int httpStatus, String grpcCode, String reason) {
    this.httpStatus = httpStatus;
    this.grpcCode = grpcCode;
    this.reason = reason;
  }

  /** The status of a whole call (RFC 9110 §15). */
  public int httpStatus() {
    return httpStatus;
  }

  /** The name of the status code of a whole call, as the gRPC specification spells it. */
  public String grpcCode() {
    return grpcCode;
  }

  /** The reason code where one question of a batch is refused; also the word for metrics. */
  public String reason() {
    return reason;
  }
}
