package dev.verdict.client;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** There is no decision. It is never right to go on as if there were a permit. */
public final class PdpException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Kind kind;

  PdpException(Kind kind, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  PdpException(Kind kind, String message) {
    this(kind, message, null);
  }

  /** What went wrong, for programs. */
  public Kind kind() {
    return kind;
  }

  /** What can go wrong. */
  public enum Kind {
    /** The PDP cannot be reached, is overloaded, or is going down. */
    PDP_UNAVAILABLE(true),
    /** No answer came within the deadline. */
    PDP_TOO_SLOW(true),
    /** The PDP failed inside. */
    PDP_FAULT(true),
    /** The answer breaks the contract: decisions are missing, or a permit covers nothing. */
    INVALID_ANSWER(true),
    /** A handler of an obligation threw; its exception is the cause. */
    OBLIGATION_FAILED(true),
    /** The credential of this client, or the token of a subject, is missing or not accepted. */
    UNAUTHENTICATED(false),
    /** The PDP does not trust this client with what it asserts. */
    FORBIDDEN(false),
    /** The PDP, or this client before it, cannot take the request. */
    INVALID_REQUEST(false);

    private final boolean becomesDeny;

    Kind(boolean becomesDeny) {
      this.becomesDeny = becomesDeny;
    }

    /** Whether {@link FailureMode#DENY} turns it into a deny; otherwise it is thrown always. */
    public boolean becomesDeny() {
      return becomesDeny;
    }

    /** The reason code of that deny: {@code pdp_unavailable}. */
    String reasonCode() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
