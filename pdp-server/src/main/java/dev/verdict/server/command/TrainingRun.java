package dev.verdict.server.command;

import dev.verdict.server.command.output.ExitStatus;
import dev.verdict.server.command.serve.OperatorSignals;
import dev.verdict.server.command.training.TrainingQuestions;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Checks, tests and serves a policy repository, asks the server one question at each door, and
 * ends. The JVM keeps the classes that this loads, so that later starts need not read them:
 *
 * <pre>
 * java -XX:ArchiveClassesAtExit=verdict.jsa -cp verdict.jar dev.verdict.server.command.TrainingRun DIR
 * java -XX:SharedArchiveFile=verdict.jsa -jar verdict.jar serve DIR
 * </pre>
 */
public final class TrainingRun {

  private static final String ANY_PORT = "127.0.0.1:0";
  private static final Pattern ADDRESSES =
      Pattern.compile("^gRPC +(\\S+)$\\s+^HTTP +(\\S+)$", Pattern.MULTILINE);

  private final String folder;
  private final StringWriter out = new StringWriter();

  private final Runnable beforeServing;

  /**
   * @param folder of a policy repository without errors
   * @param beforeServing runs once the server is about to start
   */
  TrainingRun(String folder, Runnable beforeServing) {
    this.folder = folder;
    this.beforeServing = beforeServing;
  }

  /** Takes the folder of the policy repository; the exit status is 0 only if all went well. */
  public static void main(String[] arguments) {
    boolean succeeds =
        arguments.length == 1 && new TrainingRun(arguments[0], ProcessSignals::install).succeeds();
    System.exit(succeeds ? ExitStatus.OK : ExitStatus.FAILED);
  }

  /** Whether the repository loads, and the server answers and ends as it should. */
  boolean succeeds() {
    return status("validate", folder) == 0
        && status("test", folder) == 0
        && status(
                "serve",
                folder,
                "--grpc-address",
                ANY_PORT,
                "--http-address",
                ANY_PORT,
                "--admin-address",
                ANY_PORT)
            == 0;
  }

  private int status(String... arguments) {
    return VerdictCommand.commandLine(Questions::new, VerdictCommand.namedBy(arguments))
        .setOut(new PrintWriter(out))
        .execute(arguments);
  }

  /** Asks once the server serves; that it should end is wished right after. */
  private final class Questions implements OperatorSignals {

    Questions() {
      beforeServing.run();
    }

    @Override
    public void awaitStop() throws InterruptedException {
      Matcher addresses = ADDRESSES.matcher(out.toString());
      if (!addresses.find()) {
        throw new IllegalStateException("the server does not say where it listens");
      }
      TrainingQuestions.askByGrpc(addresses.group(1));
      try {
        TrainingQuestions.askByHttp(addresses.group(2));
      } catch (IOException e) {
        throw new IllegalStateException("no answer over HTTP", e);
      }
    }
  }
}
