package dev.verdict.server.command;

import dev.verdict.server.command.serve.OperatorSignals;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.util.function.Supplier;
import picocli.CommandLine;

/**
 * What became of a command line.
 *
 * @param status of the process
 * @param out standard output
 * @param err standard error
 */
public record CommandRun(int status, String out, String err) {

  public static CommandRun of(String... arguments) {
    var out = new StringWriter();
    var err = new StringWriter();
    CommandLine line =
        VerdictCommand.commandLine(() -> () -> {}, VerdictCommand.namedBy(arguments));
    int status = writing(line, out, err).execute(arguments);
    return new CommandRun(status, out.toString(), err.toString());
  }

  /** A command line that does not belong to a process. */
  public static CommandLine line(Supplier<OperatorSignals> stop, Writer out, Writer err) {
    return writing(VerdictCommand.commandLine(stop), out, err);
  }

  private static CommandLine writing(CommandLine line, Writer out, Writer err) {
    return line.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
  }
}
