package dev.verdict.policy.diagnostic;

import dev.verdict.policy.source.Span;
import java.util.Comparator;

/**
 * One finding about a policy repository.
 *
 * @param code which kind of finding, stable between versions
 * @param severity how much it weighs here: a repository may say that a warning is an error to it
 * @param message one lower-case sentence; the author's own words stand in backticks
 * @param span where
 */
public record Diagnostic(DiagnosticCode code, Severity severity, String message, Span span) {

  /** By place, then by code: the order in which they are shown. */
  public static final Comparator<Diagnostic> BY_PLACE =
      Comparator.comparing((Diagnostic diagnostic) -> diagnostic.span().file())
          .thenComparing(diagnostic -> diagnostic.span().line())
          .thenComparing(diagnostic -> diagnostic.span().column())
          .thenComparing(Diagnostic::code)
          .thenComparing(Diagnostic::message);

  /** A finding that weighs what its code weighs by itself. */
  public Diagnostic(DiagnosticCode code, String message, Span span) {
    this(code, code.severity(), message, span);
  }

  Diagnostic weighed(Strictness strictness) {
    return new Diagnostic(code, strictness.severity(code), message, span);
  }
}
