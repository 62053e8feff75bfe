package dev.verdict.server.repository;

import dev.verdict.policy.snapshot.Snapshot;
import java.time.Instant;
import java.util.Optional;

/**
 * How the policy repository stands, for the operator.
 *
 * @param source what is followed, in words
 * @param activeRevision of the snapshot that decides
 * @param activeSince when it became active
 * @param contents what it was made from
 * @param lastFailure why what the source holds now is not active; absent where it is
 */
public record RepositoryStatus(
    String source,
    String activeRevision,
    Instant activeSince,
    Snapshot.Contents contents,
    Optional<LoadFailure> lastFailure) {}
