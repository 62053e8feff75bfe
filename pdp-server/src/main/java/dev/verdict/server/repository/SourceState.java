package dev.verdict.server.repository;

import dev.verdict.policy.diagnostic.Diagnostic;
import dev.verdict.policy.source.SourceFile;
import java.util.List;

/**
 * One state of a policy repository, as it was read.
 *
 * @param revision names it: a git commit or a content hash; the same state has the same revision
 * @param files that could be read
 * @param diagnostics why others could not; a state with any is never activated
 */
public record SourceState(String revision, List<SourceFile> files, List<Diagnostic> diagnostics) {

  public SourceState {
    files = List.copyOf(files);
    diagnostics = List.copyOf(diagnostics);
  }
}
