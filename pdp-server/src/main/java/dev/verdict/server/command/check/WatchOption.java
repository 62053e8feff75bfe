package dev.verdict.server.command.check;

import dev.verdict.policy.snapshot.LoadResult;
import dev.verdict.server.command.folder.PolicyFolder;
import dev.verdict.server.command.output.ExitStatus;
import dev.verdict.server.command.output.OutputOption;
import dev.verdict.server.command.output.Terminal;
import dev.verdict.server.repository.PolicySource;
import dev.verdict.server.repository.SourceState;
import java.util.function.Function;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code --watch}, for commands that may go on as files change. */
final class WatchOption {

  private static final long LOOK_MILLISECONDS = 300;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--watch",
      description =
          "Does it again whenever a file changes, and shows what came of it, until Ctrl-C.")
  private boolean watch;

  boolean isOn() {
    return watch;
  }

  /** Looks at a folder until a signal ends the process, or somebody the thread. */
  int follow(
      PolicyFolder folder,
      OutputOption output,
      Function<SourceState, LoadResult> loading,
      FolderWatch.Report report) {
    if (output.isJson()) {
      throw new ParameterException(spec.commandLine(), "--watch prints text only");
    }
    try (PolicySource source = folder.source()) {
      new FolderWatch(
              source, loading, report, text -> Terminal.print(spec, text), WatchOption::pause)
          .run();
    }
    return ExitStatus.OK;
  }

  private static boolean pause() {
    try {
      Thread.sleep(LOOK_MILLISECONDS);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
