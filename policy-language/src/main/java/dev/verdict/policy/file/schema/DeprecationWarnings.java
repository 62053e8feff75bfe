package dev.verdict.policy.file.schema;

import dev.verdict.policy.diagnostic.DiagnosticCode;
import dev.verdict.policy.diagnostic.Diagnostics;
import dev.verdict.policy.source.Span;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Warns where data and tests use what is deprecated: of each thing once in a file, as data may use
 * it a thousand times.
 */
public final class DeprecationWarnings {

  private final Diagnostics diagnostics;
  private final Set<String> told = new HashSet<>();

  public DeprecationWarnings(Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
  }

  /**
   * Warns of a use.
   *
   * @param what is used, as the subject of a sentence
   * @param reason why it should not be; absent: it may be
   */
  public void check(String what, Optional<String> reason, Span place) {
    if (reason.isPresent() && told.add(place.file() + "\n" + what)) {
      diagnostics.report(
          DiagnosticCode.DEPRECATED, place, what + " is deprecated: " + reason.get());
    }
  }
}
