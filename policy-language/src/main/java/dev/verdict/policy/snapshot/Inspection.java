package dev.verdict.policy.snapshot;

import java.util.Optional;

/**
 * What became of a policy repository that was opened for its authors.
 *
 * @param workbench present where there is no error
 */
public record Inspection(LoadResult result, Optional<Workbench> workbench) {}
