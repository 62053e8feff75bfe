package dev.verdict.server.command.change;

import dev.verdict.policy.difference.RepositoryDifference;
import dev.verdict.policy.snapshot.Inspection;
import dev.verdict.policy.snapshot.Workbench;
import dev.verdict.server.command.folder.PolicyFolder;
import dev.verdict.server.command.output.CommandFailureException;
import dev.verdict.server.command.output.ExitStatus;
import dev.verdict.server.command.output.Help;
import dev.verdict.server.command.output.OutputOption;
import dev.verdict.server.command.output.Terminal;
import dev.verdict.server.repository.PolicySource;
import dev.verdict.server.repository.directory.DirectorySource;
import dev.verdict.server.repository.git.RevisionSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code verdict diff}: what a change of policies means. */
@Command(
    name = "diff",
    description = {
      "Says in words what changed between two states of a policy repository, and which questions of",
      "the tests of both states are answered otherwise by the later one.",
      "A state is a folder, or else a revision of the git repository around --directory. Revisions",
      "are read from git's objects; the working tree is not touched."
    },
    exitCodeList = {
      "0:No question is answered otherwise.",
      "1:Some are.",
      Help.USAGE_ERROR,
      "3:One of the two cannot be read, or has errors."
    },
    footer = "  verdict diff main .")
public final class DiffCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private OutputOption output = new OutputOption();

  @Parameters(index = "0", paramLabel = "OLD", description = "The earlier state.")
  private String before = "";

  @Parameters(index = "1", paramLabel = "NEW", description = "The later state.")
  private String after = "";

  @Option(
      names = "--directory",
      paramLabel = "DIR",
      description = {
        "The folder in the working tree whose state at a revision is meant. Default: the current",
        "one."
      })
  private Path directory = Path.of(".");

  @Override
  public Integer call() {
    RepositoryDifference difference = RepositoryDifference.between(open(before), open(after));
    Terminal.print(
        spec, output.isJson() ? DifferenceJson.of(difference) : DifferenceText.of(difference));
    return difference.answers().isEmpty() ? ExitStatus.OK : ExitStatus.NO;
  }

  private Workbench open(String state) {
    try (PolicySource source = source(state)) {
      Inspection inspection = PolicyFolder.inspect(source);
      return inspection
          .workbench()
          .orElseThrow(
              () -> {
                Terminal.warn(spec, inspection.result().report());
                return new CommandFailureException(
                    "the policies of `" + state + "` have errors, so nothing is compared");
              });
    }
  }

  private PolicySource source(String state) {
    Path folder = Path.of(state);
    return Files.isDirectory(folder)
        ? new DirectorySource(folder, Clock.systemUTC())
        : new RevisionSource(directory, state);
  }
}
