package dev.verdict.server.repository;

import dev.verdict.policy.diagnostic.Diagnostic;
import java.time.Instant;
import java.util.List;

/**
 * A state of the policy repository that was not activated.
 *
 * @param revision of that state; empty where the repository could not be read at all
 * @param at when this was found
 * @param diagnostics what is wrong with the files; empty where it could not be read at all
 * @param report the same drawn for a person, or why the repository could not be read
 */
public record FailedLoad(String revision, Instant at, List<Diagnostic> diagnostics, String report) {

  public FailedLoad {
    diagnostics = List.copyOf(diagnostics);
  }
}
