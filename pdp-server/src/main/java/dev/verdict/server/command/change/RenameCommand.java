package dev.verdict.server.command.change;

import dev.verdict.policy.rename.ChangedFile;
import dev.verdict.policy.rename.Rename;
import dev.verdict.policy.rename.RenameKind;
import dev.verdict.policy.rename.RenameOutcome;
import dev.verdict.policy.rename.RenameRequest;
import dev.verdict.policy.snapshot.LoadOptions;
import dev.verdict.policy.snapshot.LoadResult;
import dev.verdict.server.command.folder.FileReplacement;
import dev.verdict.server.command.folder.FirstReading;
import dev.verdict.server.command.folder.PolicyFolder;
import dev.verdict.server.command.output.CommandFailureException;
import dev.verdict.server.command.output.ExitStatus;
import dev.verdict.server.command.output.Help;
import dev.verdict.server.command.output.OutputOption;
import dev.verdict.server.command.output.Terminal;
import dev.verdict.server.repository.SourceState;
import dev.verdict.server.repository.directory.DirectorySource;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code verdict rename}: another name for something, in all files at once. */
@Command(
    name = "rename",
    description = {
      "Renames a type, an attribute, an action, a role or a scope in all files of a policy",
      "repository: schema, rules, conditions, roles, grants, data and tests. What only looks alike",
      "stays, as do comments and layout. Either all files are written or none, and only if the",
      "renamed policies have no errors and pass their tests."
    },
    exitCodeList = {
      "0:Renamed.",
      "1:The name is unknown or ambiguous, or cannot be changed to that; nothing was written.",
      Help.USAGE_ERROR,
      "3:The policies cannot be read or written, or have errors."
    },
    footer = "  verdict rename attribute invoice.owner holder")
public final class RenameCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      index = "0",
      paramLabel = "KIND",
      description = "One of: ${COMPLETION-CANDIDATES}; upper and lower case are the same.")
  private RenameKind kind = RenameKind.TYPE;

  @Parameters(
      index = "1",
      paramLabel = "OLD",
      description = {
        "The name, behind that of its type where several have it: invoice.owner,",
        "invoice.approve, context.channel; of an attribute of an action: invoice.approve.comment."
      })
  private String from = "";

  @Parameters(index = "2", paramLabel = "NEW", description = "The new name alone.")
  private String to = "";

  @Option(
      names = "--directory",
      paramLabel = "DIR",
      description = "The folder of the policy repository. Default: the current one.")
  private Path directory = Path.of(".");

  @Option(names = "--all", description = "Renames whatever of the kind has the name, in all types.")
  private boolean all;

  @Option(
      names = "--dry-run",
      description = "Changes nothing and shows what would be changed, line by line.")
  private boolean dryRun;

  @Mixin private OutputOption output = new OutputOption();

  @Override
  public Integer call() {
    SourceState state = read();
    RenameOutcome outcome = Rename.of(state.files(), new RenameRequest(kind, from, to, all));
    int status = outcome.accept(new Written(directory, dryRun));
    Terminal.print(
        spec,
        output.isJson()
            ? outcome.accept(new RenameJson(dryRun))
            : outcome.accept(new RenameText(dryRun)));
    return status;
  }

  private SourceState read() {
    try (var source = new DirectorySource(directory, Clock.systemUTC())) {
      SourceState state = FirstReading.of(source);
      LoadResult loaded = PolicyFolder.load(state, LoadOptions.DEFAULT);
      if (loaded.snapshot().isEmpty()) {
        Terminal.warn(spec, loaded.report());
        throw new CommandFailureException(
            "the policies have errors, so nothing is renamed; mend them first");
      }
      return state;
    }
  }

  /** Puts the new texts into the files, and says whether there are any. */
  private record Written(Path directory, boolean isDry) implements RenameOutcome.Visitor<Integer> {

    @Override
    public Integer done(RenameOutcome.Done outcome) {
      if (!isDry) {
        new ReplacedFiles(FileReplacement::replace)
            .replace(outcome.files().stream().map(this::replacement).toList());
      }
      return ExitStatus.OK;
    }

    private ReplacedFiles.Replacement replacement(ChangedFile file) {
      return new ReplacedFiles.Replacement(
          directory.resolve(file.path()).normalize(), file.before().text(), file.after().text());
    }

    @Override
    public Integer refused(RenameOutcome.Refused outcome) {
      return ExitStatus.NO;
    }
  }
}
