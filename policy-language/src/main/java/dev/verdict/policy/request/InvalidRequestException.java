package dev.verdict.policy.request;

/**
 * A request that cannot be understood. Its message is safe to show to the caller: it names what is
 * wrong and never repeats a value.
 */
public final class InvalidRequestException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String message;

  public InvalidRequestException(String message) {
    super(message, null, false, false);
    this.message = message;
  }

  @Override
  public String getMessage() {
    return message;
  }
}
