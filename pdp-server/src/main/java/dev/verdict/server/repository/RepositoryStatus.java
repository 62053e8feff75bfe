package dev.verdict.server.repository;

import dev.verdict.policy.diagnostic.Diagnostic;
import dev.verdict.policy.snapshot.Snapshot;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How the policy repository stands, for the operator.
 *
 * @param source what is followed, in words
 * @param activeRevision of the snapshot that decides
 * @param activeSince when it became active
 * @param contents what it was made from
 * @param warnings that it came with
 * @param lastFailure why what the source holds now is not active; absent where it is
 */
public record RepositoryStatus(
    String source,
    String activeRevision,
    Instant activeSince,
    Snapshot.Contents contents,
    List<Diagnostic> warnings,
    Optional<LoadFailure> lastFailure) {

  public RepositoryStatus {
    warnings = List.copyOf(warnings);
  }
}
