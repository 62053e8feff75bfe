package dev.verdict.policy.diagnostic;

import dev.verdict.policy.source.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * Collects findings while a repository is read.
 *
 * <p>It keeps at most {@value #MAX_KEPT}: a file of garbage must not fill the memory of a server.
 * Not for use by several threads at once.
 */
public final class Diagnostics {

  /** How many findings are kept; what comes after is only remembered as an error. */
  public static final int MAX_KEPT = 1_000;

  private final List<Diagnostic> kept = new ArrayList<>();
  private boolean errors;

  /** Reports a finding; the message is one lower-case sentence with author's words in backticks. */
  public void report(DiagnosticCode code, Span span, String message) {
    errors |= code.severity() == Severity.ERROR;
    if (kept.size() < MAX_KEPT) {
      kept.add(new Diagnostic(code, message, span));
    }
  }

  public boolean hasErrors() {
    return errors;
  }

  /** All findings so far, sorted by place. */
  public List<Diagnostic> sorted() {
    return kept.stream().sorted(Diagnostic.BY_PLACE).toList();
  }
}
