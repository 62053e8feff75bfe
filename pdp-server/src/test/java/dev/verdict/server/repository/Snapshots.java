package dev.verdict.server.repository;

import dev.verdict.policy.diagnostic.Diagnostic;
import dev.verdict.policy.diagnostic.DiagnosticCode;
import dev.verdict.policy.diagnostic.DiagnosticRenderer;
import dev.verdict.policy.snapshot.LoadResult;
import dev.verdict.policy.snapshot.Snapshot;
import dev.verdict.policy.source.SourceFile;
import dev.verdict.policy.source.Span;
import java.util.List;
import java.util.Optional;

/** A loader for tests of following alone: a file with the word {@code broken} in it is. */
final class Snapshots {

  private Snapshots() {}

  static LoadResult load(List<SourceFile> files, String revision) {
    List<Diagnostic> diagnostics =
        files.stream()
            .filter(file -> file.text().contains("broken"))
            .map(Snapshots::broken)
            .toList();
    Optional<Snapshot> snapshot =
        diagnostics.isEmpty()
            ? Optional.of(SmallPolicies.snapshotFor("alice", revision))
            : Optional.empty();
    String report = new DiagnosticRenderer(files).render(diagnostics);
    return new LoadResult(snapshot, diagnostics, List.of(), report);
  }

  private static Diagnostic broken(SourceFile file) {
    return new Diagnostic(
        DiagnosticCode.YAML_SYNTAX, "the file is broken", Span.startOf(file.path()));
  }
}
