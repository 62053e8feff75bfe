package dev.verdict.server.command.output;

import java.io.PrintWriter;
import picocli.CommandLine.Model.CommandSpec;

/** Prints what partly stems from files and requests, so that it cannot steer the terminal. */
public final class Terminal {

  private Terminal() {}

  /** To standard output. */
  public static void print(CommandSpec command, String text) {
    print(command.commandLine().getOut(), text);
  }

  /** To standard error. */
  public static void warn(CommandSpec command, String text) {
    print(command.commandLine().getErr(), text);
  }

  /** In one piece: several threads print. */
  private static void print(PrintWriter writer, String text) {
    var printable = new StringBuilder(text.length());
    text.codePoints()
        .map(c -> Character.isISOControl(c) && c != '\n' ? '?' : c)
        .forEach(printable::appendCodePoint);
    writer.print(printable);
    writer.flush();
  }
}
