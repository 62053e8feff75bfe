package dev.verdict.client;

import dev.verdict.client.PdpException.Kind;
import io.grpc.Status;
import java.time.Duration;
import java.util.Optional;

/**
 * Says in the client's words why a call has no answer.
 *
 * @param target that was called
 * @param connected whether there was a connection when the call failed
 * @param limit how long the call could take
 */
record CallFailure(Target target, boolean connected, Duration limit) {

  PdpException of(Throwable failure) {
    Status status = Status.fromThrowable(failure);
    Optional<String> fault = ConnectionFault.of(status);
    if (fault.isPresent()) {
      return new PdpException(
          Kind.PDP_UNAVAILABLE, "cannot reach the PDP at " + place() + ": " + fault.get(), failure);
    }
    Kind kind = kind(status.getCode());
    return new PdpException(
        kind, kind == Kind.PDP_TOO_SLOW ? tooSlow() : words(kind) + said(status), failure);
  }

  private String tooSlow() {
    String time = " within " + limit.toMillis() + " ms";
    return connected
        ? "the PDP at " + place() + " did not answer" + time
        : "there was no connection to the PDP at "
            + place()
            + time
            + "; is this its gRPC port, and does only one of the two sides use TLS? The first call of"
            + " a process takes longest, see `awaitReady(..)`";
  }

  /** The first line of what the other side says: gRPC puts headers of strange answers below it. */
  private static String said(Status status) {
    String description = status.getDescription();
    return description == null ? "" : ": " + description.lines().findFirst().orElse("");
  }

  private String place() {
    return "`" + target.text() + "`";
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
