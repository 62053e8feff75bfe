package dev.verdict.server.command;

import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;

/**
 * What became of a command line.
 *
 * @param status of the process
 * @param out standard output
 * @param err standard error
 */
record CommandRun(int status, String out, String err) {

  static CommandRun of(String... arguments) {
    var out = new StringWriter();
    var err = new StringWriter();
    CommandLine line =
        VerdictCommand.commandLine(() -> () -> {})
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err));
    int status = line.execute(arguments);
    return new CommandRun(status, out.toString(), err.toString());
  }
}
