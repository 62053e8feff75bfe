package dev.verdict.server.command.output;

/** What the process tells its caller when it ends; the same for every command. */
public final class ExitStatus {

  /** Done, and the answer is yes: no errors, all tests passed, permit. */
  public static final int OK = 0;

  /** Done, and the answer is no: errors in the policies, a failed test, deny. */
  public static final int NO = 1;

  /** The command line itself cannot be understood. */
  public static final int USAGE = 2;

  /** The work could not be done: an unreadable folder, a port in use. */
  public static final int FAILED = 3;

  private ExitStatus() {}
}
