package dev.verdict.server.command.folder;

import dev.verdict.policy.diagnostic.Diagnostic;
import dev.verdict.policy.diagnostic.DiagnosticRenderer;
import dev.verdict.policy.snapshot.Inspection;
import dev.verdict.policy.snapshot.LoadOptions;
import dev.verdict.policy.snapshot.LoadResult;
import dev.verdict.policy.snapshot.SnapshotLoader;
import dev.verdict.policy.snapshot.Workbench;
import dev.verdict.server.command.output.CommandFailureException;
import dev.verdict.server.command.output.Terminal;
import dev.verdict.server.repository.PolicySource;
import dev.verdict.server.repository.SourceState;
import dev.verdict.server.repository.directory.DirectorySource;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;

/** {@code DIR}, the policy repository that a command works on. */
public final class PolicyFolder {

  @Parameters(paramLabel = "DIR", description = "The folder of the policy repository.")
  private Path directory = Path.of(".");

  /** What decides by these policies; where they have errors, shows them and gives up. */
  public Workbench openWithoutErrors(CommandSpec command) {
    Inspection inspection = inspect();
    return inspection
        .workbench()
        .orElseThrow(
            () -> {
              Terminal.warn(command, inspection.result().report());
              return new CommandFailureException("the policies have errors, so nothing is decided");
            });
  }

  /** Reads, checks, compiles, and tests if so wanted. */
  public LoadResult load(LoadOptions options) {
    return load(read(), options);
  }

  /** The same for what was read of it. */
  public static LoadResult load(SourceState state, LoadOptions options) {
    return withUnreadable(state, SnapshotLoader.load(state.files(), state.revision(), options));
  }

  /** The folder, to be looked at again and again. */
  public PolicySource source() {
    return new DirectorySource(directory, Clock.systemUTC());
  }

  /** Reads, checks and compiles, for authors to look at. */
  public Inspection inspect() {
    try (PolicySource source = source()) {
      return inspect(source);
    }
  }

  /** The same for any source. */
  public static Inspection inspect(PolicySource source) {
    SourceState state = FirstReading.of(source);
    Inspection inspection = SnapshotLoader.inspect(state.files(), state.revision());
    return state.diagnostics().isEmpty()
        ? inspection
        : new Inspection(withUnreadable(state, inspection.result()), Optional.empty());
  }

  private SourceState read() {
    try (PolicySource source = source()) {
      return FirstReading.of(source);
    }
  }

  /** A file that could not be read is as good as one with an error in it. */
  private static LoadResult withUnreadable(SourceState state, LoadResult loaded) {
    if (state.diagnostics().isEmpty()) {
      return loaded;
    }
    List<Diagnostic> all =
        Stream.concat(state.diagnostics().stream(), loaded.diagnostics().stream())
            .sorted(Diagnostic.BY_PLACE)
            .toList();
    String report = new DiagnosticRenderer(state.files()).render(state.diagnostics());
    return new LoadResult(Optional.empty(), all, List.of(), report + loaded.report());
  }
}
