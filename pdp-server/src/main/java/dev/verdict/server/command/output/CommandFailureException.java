package dev.verdict.server.command.output;

/** The work could not be done. Its message is one line for the person at the terminal. */
public final class CommandFailureException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public CommandFailureException(String message) {
    super(message, null, false, false);
  }

  /** Says what an exception says, and what the last of its causes adds. */
  public static CommandFailureException of(Exception exception) {
    String message = String.valueOf(exception.getMessage());
    Throwable last = exception;
    for (Throwable cause = last.getCause(); cause != null; cause = cause.getCause()) {
      last = cause;
    }
    String added = String.valueOf(last.getMessage());
    return new CommandFailureException(message.contains(added) ? message : message + ": " + added);
  }
}
