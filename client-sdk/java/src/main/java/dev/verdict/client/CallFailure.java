package dev.verdict.client;

import dev.verdict.client.PdpException.Kind;
import io.grpc.Status;

/** Says in the client's words why a call has no answer. */
final class CallFailure {

  private CallFailure() {}

  static PdpException of(Throwable failure) {
    Status status = Status.fromThrowable(failure);
    Kind kind = kind(status.getCode());
    String description = status.getDescription();
    return new PdpException(
        kind, description == null ? words(kind) : words(kind) + ": " + description, failure);
  }

  private static Kind kind(Status.Code code) {
    return switch (code) {
      case UNAVAILABLE, CANCELLED, RESOURCE_EXHAUSTED -> Kind.PDP_UNAVAILABLE;
      case DEADLINE_EXCEEDED -> Kind.PDP_TOO_SLOW;
      case UNAUTHENTICATED -> Kind.UNAUTHENTICATED;
      case PERMISSION_DENIED -> Kind.FORBIDDEN;
      case INVALID_ARGUMENT -> Kind.INVALID_REQUEST;
      case OK,
          UNKNOWN,
          NOT_FOUND,
          ALREADY_EXISTS,
          FAILED_PRECONDITION,
          ABORTED,
          OUT_OF_RANGE,
          UNIMPLEMENTED,
          INTERNAL,
          DATA_LOSS ->
          Kind.PDP_FAULT;
    };
  }

  private static String words(Kind kind) {
    return switch (kind) {
      case PDP_UNAVAILABLE -> "the PDP is not available";
      case PDP_TOO_SLOW -> "the PDP did not answer in time";
      case PDP_FAULT -> "the PDP failed";
      case UNAUTHENTICATED -> "the credential is not accepted";
      case FORBIDDEN -> "the PDP does not trust this client with that";
      case INVALID_REQUEST -> "the PDP cannot take the request";
      case INVALID_ANSWER -> "the answer cannot be trusted";
      case OBLIGATION_FAILED -> "an obligation was not done";
    };
  }
}
