package dev.verdict.server.command.serve;

import dev.verdict.server.command.output.CommandFailureException;
import dev.verdict.server.command.output.ExitStatus;
import dev.verdict.server.command.output.Help;
import dev.verdict.server.command.output.Terminal;
import dev.verdict.server.configuration.InvalidConfigurationException;
import dev.verdict.server.configuration.ServerConfiguration;
import dev.verdict.server.log.JavaLogging;
import dev.verdict.server.repository.LoadFailure;
import dev.verdict.server.wiring.PoliciesRejectedException;
import dev.verdict.server.wiring.VerdictServer;
import java.io.IOException;
import java.time.Clock;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code verdict serve}: the decision point itself. */
@Command(
    name = "serve",
    description = {
      "Serves decisions by a policy repository, and follows it: what changes there counts from"
          + " then",
      "on, and what is broken there is told while the last good policies go on deciding."
    },
    exitCodeList = {
      "0:Stopped by Ctrl-C or SIGTERM; calls under way were finished.",
      "1:The policies have errors.",
      Help.USAGE_ERROR,
      "3:The server cannot start: a port in use, an unreadable folder, a configuration with errors."
    },
    footer = {
      "  verdict serve policies-examples/invoicing",
      "  verdict serve --git https://git.example.com/policies.git --ref main --poll 10s"
    })
public final class ServeCommand implements Callable<Integer> {

  private final Supplier<OperatorSignals> signals;

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private ServeOptions options = new ServeOptions();

  /**
   * Made for the command line.
   *
   * @param signals what the operator wishes; asked for before it begins
   */
  public ServeCommand(Supplier<OperatorSignals> signals) {
    this.signals = signals;
  }

  @Override
  public Integer call() throws InterruptedException {
    JavaLogging.bridge();
    ServerConfiguration configuration = configuration();
    OperatorSignals wishes = signals.get();
    var console = new ServeConsole(text -> Terminal.print(spec, text), Clock.systemUTC());
    try (var server = VerdictServer.start(configuration, console)) {
      console.started(server, configuration);
      wishes.onHangup(server::lookNow);
      wishes.awaitStop();
      Terminal.print(spec, "stopping   calls under way are finished first\n");
    } catch (PoliciesRejectedException e) {
      return e.failure().accept(new NothingToServe());
    } catch (IOException | InvalidConfigurationException e) {
      throw CommandFailureException.of(e);
    }
    Terminal.print(spec, "stopped\n");
    return ExitStatus.OK;
  }

  private ServerConfiguration configuration() {
    try {
      return options.configuration();
    } catch (InvalidConfigurationException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage());
    }
  }

  /** The exit status where there is nothing to serve. */
  private final class NothingToServe implements LoadFailure.Visitor<Integer> {

    @Override
    public Integer rejected(LoadFailure.Rejected failure) {
      Terminal.warn(spec, failure.report());
      Terminal.warn(
          spec, "verdict serve: the policies have errors, so there is nothing to serve\n");
      return ExitStatus.NO;
    }

    @Override
    public Integer unreachable(LoadFailure.Unreachable failure) {
      throw new CommandFailureException(failure.report());
    }
  }
}
