package dev.verdict.policy.diagnostic;

import dev.verdict.policy.source.Region;
import dev.verdict.policy.source.Span;

/**
 * What an author does not want to be warned of in a part of a file, for a reason that stands there.
 *
 * @param code a warning
 * @param span where the author says so
 * @param region where warnings of that code are kept back
 */
public record Silence(DiagnosticCode code, Span span, Region region) {

  public Silence {
    if (code.severity() != Severity.WARNING) {
      throw new IllegalArgumentException("code: " + code.word() + " (expected: a warning)");
    }
  }

  boolean covers(DiagnosticCode found, Span place) {
    return code == found && region.contains(place);
  }
}
