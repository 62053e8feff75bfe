package dev.verdict.server.command;

/** Text that several help pages share. */
final class Help {

  static final String USAGE_ERROR = "2:The command line cannot be understood.";

  private Help() {}
}
