package dev.verdict.server.configuration;

/**
 * A setting that cannot stand. Its message is for the operator: what is wrong, and what to do. It
 * never repeats a secret, because no setting holds one.
 */
public final class InvalidConfigurationException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String message;

  public InvalidConfigurationException(String message) {
    super(message);
    this.message = message;
  }

  /** Always there, unlike in other exceptions. */
  @Override
  public String getMessage() {
    return message;
  }
}
