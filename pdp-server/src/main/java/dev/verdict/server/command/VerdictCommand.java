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
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IFactory;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;

/**
 * {@code verdict}: what is common to all commands, and the main class.
 *
 * <p>To read the options of one command takes a few hundredths of a second after a cold start, and
 * there are twelve: the process reads only those of the command that it runs.
 */
@Command(
    name = "verdict",
    description = "An authorization policy decision point, and tools for its policies.",
    scope = ScopeType.INHERIT,
    mixinStandardHelpOptions = true,
    versionProvider = VerdictCommand.Version.class,
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

  /** In the order in which the help lists them. */
  private static final Map<String, Class<?>> COMMANDS = commands();

  /** The command line as a program. */
  public static void main(String[] arguments) {
    System.exit(
        commandLine(ProcessSignals::install, namedBy(arguments))
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
    return commandLine(signals, COMMANDS.keySet());
  }

  /**
   * A command line that knows some of the commands.
   *
   * @param signals asked for once a command runs that has to be stopped
   * @param names of these commands
   */
  static CommandLine commandLine(Supplier<OperatorSignals> signals, Set<String> names) {
    var line = new CommandLine(new VerdictCommand(), new Commands(signals));
    COMMANDS.forEach(
        (name, type) -> {
          if (names.contains(name)) {
            line.addSubcommand(name, type);
          }
        });
    return line.setCaseInsensitiveEnumValuesAllowed(true)
        .setUsageHelpWidth(100)
        .setParameterExceptionHandler(VerdictCommand::misused)
        .setExecutionExceptionHandler(VerdictCommand::failed);
  }

  /** The command that is named first; all of them where none is, for a help page or a complaint. */
  static Set<String> namedBy(String... arguments) {
    return arguments.length > 0 && COMMANDS.containsKey(arguments[0])
        ? Set.of(arguments[0])
        : COMMANDS.keySet();
  }

  private static Map<String, Class<?>> commands() {
    var commands = new LinkedHashMap<String, Class<?>>();
    commands.put("init", InitCommand.class);
    commands.put("serve", ServeCommand.class);
    commands.put("validate", ValidateCommand.class);
    commands.put("test", TestCommand.class);
    commands.put("evaluate", EvaluateCommand.class);
    commands.put("explain", ExplainCommand.class);
    commands.put("diff", DiffCommand.class);
    commands.put("rename", RenameCommand.class);
    commands.put("graph", GraphCommand.class);
    commands.put("repl", ReplCommand.class);
    commands.put("fmt", FormatCommand.class);
    commands.put("schema", SchemaCommand.class);
    return Collections.unmodifiableMap(commands);
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
