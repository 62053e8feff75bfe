package dev.verdict.server.command.ask;

import dev.verdict.policy.snapshot.Inspection;
import dev.verdict.server.command.folder.PolicyFolder;
import dev.verdict.server.command.output.CommandFailureException;
import dev.verdict.server.command.output.ExitStatus;
import dev.verdict.server.command.output.Help;
import dev.verdict.server.command.output.Terminal;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code verdict repl}: tries out questions and expressions, line by line. */
@Command(
    name = "repl",
    description = {
      "Tries out questions and expressions, line by line: from the terminal or from a pipe.",
      "A line that begins with `:` sets a part of the question or asks it, see `:help`; any other",
      "is an expression, evaluated for the question."
    },
    exitCodeList = {
      "0:The input ended, or `:quit` was said.",
      "1:The policies have errors.",
      Help.USAGE_ERROR,
      "3:The folder or the input cannot be read."
    },
    footer = "  verdict repl policies-examples/invoicing")
public final class ReplCommand implements Callable<Integer> {

  private static final String PROMPT = "> ";

  private final InputStream input;
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private PolicyFolder folder = new PolicyFolder();

  /** Reads standard input. */
  ReplCommand() {
    this(System.in);
  }

  /** Reads what a person or a pipe says. */
  public ReplCommand(InputStream input) {
    this.input = input;
  }

  @Override
  public Integer call() {
    Inspection inspection = folder.inspect();
    if (inspection.workbench().isEmpty()) {
      Terminal.warn(spec, inspection.result().report());
      return ExitStatus.NO;
    }
    var conversation =
        new Conversation(inspection.workbench().get(), folder::inspect, Clock.systemUTC());
    try {
      converse(conversation);
    } catch (IOException e) {
      throw new CommandFailureException("the input cannot be read");
    }
    return ExitStatus.OK;
  }

  /** The prompt goes to standard error, so that standard output holds answers only. */
  private void converse(Conversation conversation) throws IOException {
    var lines = new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8));
    while (!conversation.isOver()) {
      Terminal.warn(spec, PROMPT);
      String line = lines.readLine();
      if (line == null) {
        Terminal.warn(spec, "\n");
        return;
      }
      Terminal.print(spec, conversation.answer(line.strip()));
    }
  }
}
