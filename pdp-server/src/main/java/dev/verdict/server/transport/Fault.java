package dev.verdict.server.transport;

import dev.verdict.policy.request.InvalidRequestException;
import dev.verdict.server.json.JsonWriter;
import dev.verdict.server.metrics.RejectionCause;
import java.util.Objects;

/**
 * Why there is no decision, or why the decision is a deny that no rule made.
 *
 * @param kind says the status
 * @param message safe to show to the caller
 */
public record Fault(Kind kind, String message) {

  /** The kinds of faults, each with its HTTP status (RFC 9110 §15). */
  public enum Kind {
    INVALID(400, RejectionCause.INVALID_REQUEST),
    UNAUTHENTICATED(401, RejectionCause.UNAUTHENTICATED),
    FORBIDDEN(403, RejectionCause.FORBIDDEN),
    NOT_FOUND(404, RejectionCause.NO_SUCH_ENDPOINT),
    METHOD_NOT_ALLOWED(405, RejectionCause.NO_SUCH_ENDPOINT),
    TIMEOUT(408, RejectionCause.TIMEOUT),
    BODY_TOO_LARGE(413, RejectionCause.TOO_LARGE),
    TARGET_TOO_LONG(414, RejectionCause.TOO_LARGE),
    HEADERS_TOO_LARGE(431, RejectionCause.TOO_LARGE),
    INTERNAL(500, RejectionCause.INTERNAL);

    private final int status;
    private final RejectionCause cause;

    Kind(int status, RejectionCause cause) {
      this.status = status;
      this.cause = cause;
    }

    /** The word for metrics. */
    RejectionCause cause() {
      return cause;
    }
  }

  public static Fault invalid(String message) {
    return new Fault(Kind.INVALID, message);
  }

  public static Fault of(InvalidRequestException invalid) {
    return invalid(Objects.requireNonNullElse(invalid.getMessage(), "the request is invalid"));
  }

  public int status() {
    return kind.status;
  }

  /** Adds {@code "error": {...}} to the object that is open. */
  public void write(JsonWriter json) {
    json.beginObject("error").member("status", status()).member("message", message).endObject();
  }
}
