package dev.verdict.server.command.output;

/** Text that several help pages share. */
public final class Help {

  public static final String USAGE_ERROR = "2:The command line cannot be understood.";

  private Help() {}
}
