package dev.verdict.server.command;

import dev.verdict.server.command.ask.EvaluateCommand;
import dev.verdict.server.command.ask.ExplainCommand;
import dev.verdict.server.command.ask.ReplCommand;
import dev.verdict.server.command.change.DiffCommand;
import dev.verdict.server.command.change.InitCommand;
import dev.verdict.server.command.change.RenameCommand;
import dev.verdict.server.command.check.FormatCommand;
import dev.verdict.server.command.check.TestCommand;
import dev.verdict.server.command.check.ValidateCommand;
import dev.verdict.server.command.output.CommandFailureException;
import dev.verdict.server.command.output.ExitStatus;
import dev.verdict.server.command.output.Help;
import dev.verdict.server.command.output.Terminal;
import dev.verdict.server.command.serve.OperatorSignals;
import dev.verdict.server.command.serve.ServeCommand;
import dev.verdict.server.command.show.GraphCommand;
import dev.verdict.server.command.show.SchemaCommand;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IFactory;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;

/** {@code verdict}: what is common to all commands, and the main class. */
@Command(
    name = "verdict",
    description = "An authorization policy decision point, and tools for its policies.",
    scope = ScopeType.INHERIT,
    mixinStandardHelpOptions = true,
    versionProvider = VerdictCommand.Version.class,
    subcommands = {
      InitCommand.class,
      ServeCommand.class,
      ValidateCommand.class,
      TestCommand.class,
      EvaluateCommand.class,
      ExplainCommand.class,
      DiffCommand.class,
      RenameCommand.class,
      GraphCommand.class,
      ReplCommand.class,
      FormatCommand.class,
      SchemaCommand.class
    },
    sortOptions = false,
    parameterListHeading = "%nParameters:%n",
    optionListHeading = "%nOptions:%n",
    commandListHeading = "%nCommands (each has its own --help):%n",
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:Done, and the answer is yes: no errors, tests passed, permit.",
      "1:Done, and the answer is no: errors, a failed test, deny.",
      Help.USAGE_ERROR,
      "3:The work could not be done: an unreadable folder, a port in use."
    },
    footerHeading = "%nExample:%n",
    footer = "  verdict serve policies-examples/invoicing")
public final class VerdictCommand {

  /** The command line as a program. */
  public static void main(String[] arguments) {
    System.exit(
        commandLine(ProcessSignals::install)
            .setOut(writer(FileDescriptor.out))
            .setErr(writer(FileDescriptor.err))
            .execute(arguments));
  }

  /**
   * The command line without the process around it.
   *
   * @param signals asked for once a command runs that has to be stopped
   */
  static CommandLine commandLine(Supplier<OperatorSignals> signals) {
    return new CommandLine(new VerdictCommand(), new Commands(signals))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setUsageHelpWidth(100)
        .setParameterExceptionHandler(VerdictCommand::misused)
        .setExecutionExceptionHandler(VerdictCommand::failed);
  }

  private static int misused(ParameterException exception, String[] arguments) {
    CommandLine command = exception.getCommandLine();
    var name = command.getCommandSpec().qualifiedName();
    Terminal.warn(command.getCommandSpec(), name + ": " + exception.getMessage() + "\n");
    Terminal.warn(command.getCommandSpec(), "see `" + name + " --help`\n");
    return ExitStatus.USAGE;
  }

  private static int failed(
      Exception exception, CommandLine command, CommandLine.ParseResult arguments) {
    if (exception instanceof CommandFailureException) {
      Terminal.warn(
          command.getCommandSpec(),
          command.getCommandSpec().qualifiedName() + ": " + exception.getMessage() + "\n");
    } else {
      command.getErr().println("this is a fault of verdict itself:");
      exception.printStackTrace(command.getErr());
    }
    return ExitStatus.FAILED;
  }

  private static PrintWriter writer(FileDescriptor descriptor) {
    return new PrintWriter(
        new OutputStreamWriter(new FileOutputStream(descriptor), StandardCharsets.UTF_8), true);
  }

  /** Makes the commands. */
  private record Commands(Supplier<OperatorSignals> signals) implements IFactory {

    @Override
    public <K> K create(Class<K> type) throws Exception {
      return type == ServeCommand.class
          ? type.cast(new ServeCommand(signals))
          : CommandLine.defaultFactory().create(type);
    }
  }

  /** From the manifest of the jar; classes that no build has packed have none. */
  static final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
      String version = VerdictCommand.class.getPackage().getImplementationVersion();
      return new String[] {"verdict " + (version == null ? "(not packed)" : version)};
    }
  }
}
